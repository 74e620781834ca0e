package org.fanfare.broker;

import jakarta.annotation.Resource;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;

/** POST puts a text on the queue, GET tells how often the listener has seen it, from the database. */
@WebServlet("/door")
public class BrokerDoor extends HttpServlet {

    @Resource(lookup = "jms/fanfare/ConnectionFactory")
    private ConnectionFactory connections;

    @Resource(lookup = "jms/fanfare/events")
    private Queue events;

    @Resource(lookup = "jdbc/fanfare")
    private DataSource database;

    @Override
    public void init() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table seen (what varchar(100), deliveries int)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        try (JMSContext context = connections.createContext()) {
            context.createProducer().send(events, request.getParameter("text"));
        }
        response.setStatus(204);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select max(deliveries) from seen where what = ?")) {
            query.setString(1, request.getParameter("text"));
            var rows = query.executeQuery();
            rows.next();
            response.getWriter().print(rows.getInt(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
