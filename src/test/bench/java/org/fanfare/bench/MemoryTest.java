package org.fanfare.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    void theHeapOfG1IsInOneLine() {
        assertThat(Memory.heapUsed("""
                4711:
                 garbage-first heap   total 524288K, used 204800K [0x0000000700000000, 0x0000000800000000)
                  region size 2048K, 12 young (24576K), 3 survivors (6144K)
                 Metaspace       used 131072K, committed 133120K, reserved 1179648K
                  class space    used 14336K, committed 15360K, reserved 1048576K
                """)).isEqualTo(200);
    }

    @Test
    void theHeapOfTheSerialCollectorIsInGenerations() {
        assertThat(Memory.heapUsed("""
                4711:
                 def new generation   total 78656K, used 10240K [0x1, 0x2, 0x3)
                  eden space 69952K,   5% used [0x1, 0x2, 0x3)
                  from space 8704K,   0% used [0x1, 0x2, 0x3)
                 tenured generation   total 174784K, used 51200K [0x1, 0x2, 0x3)
                   the space 174784K,   0% used [0x1, 0x2, 0x3, 0x4)
                 Metaspace       used 1024K, committed 2048K, reserved 4096K
                """)).isEqualTo(60);
    }

    @Test
    void theHeapOfTheParallelCollectorIsInGenerations() {
        assertThat(Memory.heapUsed("""
                4711:
                 PSYoungGen      total 76288K, used 2048K [0x1, 0x2, 0x3)
                  eden space 65536K, 2% used [0x1, 0x2, 0x3)
                 ParOldGen       total 175104K, used 4096K [0x1, 0x2, 0x3)
                  object space 175104K, 0% used [0x1, 0x2, 0x3)
                """)).isEqualTo(6);
    }

    @Test
    void theHeapOfZIsInMebibytes() {
        assertThat(Memory.heapUsed("""
                4711:
                 ZHeap           used 64M, capacity 512M, max capacity 6028M
                 Metaspace       used 131072K, committed 133120K, reserved 1179648K
                """)).isEqualTo(64);
    }
}
