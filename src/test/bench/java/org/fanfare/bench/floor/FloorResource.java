package org.fanfare.bench.floor;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Takes what is posted: the answer 200 means that the broker has written it to its disk. */
@ApplicationScoped
@Path("receive")
@Produces(MediaType.APPLICATION_JSON)
public class FloorResource {

    @Resource(lookup = "jms/fanfare/ConnectionFactory")
    private ConnectionFactory connectionFactory;

    @Resource(lookup = "jms/fanfare/events")
    private Queue queue;

    /** Says that the program is there. */
    @GET
    public String ready() {
        return "{}";
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public String receive(byte[] body) throws JMSException {
        try (JMSContext context = connectionFactory.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            BytesMessage message = context.createBytesMessage();
            message.writeBytes(body);
            context.createProducer()
                    .setDeliveryMode(DeliveryMode.PERSISTENT)
                    .setDisableMessageID(true)
                    .setDisableMessageTimestamp(true)
                    .send(queue, message);
        }
        return "{}";
    }
}
