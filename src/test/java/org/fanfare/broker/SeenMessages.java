package org.fanfare.broker;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Writes in a transaction of its own, as the product's stores do. */
@Transactional
@ApplicationScoped
public class SeenMessages {

    @Resource(lookup = "jdbc/fanfare")
    private DataSource database;

    public void add(String text, int deliveries) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into seen values (?, ?)")) {
            insert.setString(1, text);
            insert.setInt(2, deliveries);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
