package org.inpractice.stack;

/** The three services, as the local stack knows them. */
public enum LocalService {
    IMPROVEMENT_CYCLES("improvement-cycles-service", "cycles", Topics.CYCLES),
    MEASUREMENT("measurement-service", "measurement", Topics.MEASURES),
    LEARNING_LOG("learning-log-service", "learning", Topics.LEARNING);

    private final String serviceName;
    private final String database;
    private final String topic;

    LocalService(String serviceName, String database, String topic) {
        this.serviceName = serviceName;
        this.database = database;
        this.topic = topic;
    }

    /** As in the folder, the log and the CloudEvents source. */
    public String serviceName() {
        return serviceName;
    }

    /** The database it owns. */
    public String database() {
        return database;
    }

    /** The topic it owns. */
    public String topic() {
        return topic;
    }
}
