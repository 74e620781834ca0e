// All that the pages ask of the server.

/** Whether the server is ready, and that in words. */
export async function readiness() {
  try {
    const { status, checks } = await (await fetch("../health/ready")).json();
    const down = checks.filter((check) => check.status !== "UP").map((check) => check.name);
    return status === "UP"
      ? { isUp: true, text: "ready" }
      : { isUp: false, text: `not ready: ${down.join(", ")}` };
  } catch {
    return { isUp: false, text: "not answering" };
  }
}

/** Whether there is something at the address. */
export async function isFound(address) {
  try {
    return (await fetch(address, { method: "HEAD" })).ok;
  } catch {
    return false;
  }
}
