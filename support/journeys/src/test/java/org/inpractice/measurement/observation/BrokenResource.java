package org.inpractice.measurement.observation;

import jakarta.ws.rs.Path;
import org.apache.kafka.clients.producer.Producer;

/** Broken on purpose: a resource that publishes. */
@Path("/broken")
public record BrokenResource(Producer<String, byte[]> producer) {}
