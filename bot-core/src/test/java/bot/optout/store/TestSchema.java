package bot.optout.store;

/** What a later version of the program would leave in a database. */
final class TestSchema {
  static final String NEXT =
      """
      INSERT INTO flyway_schema_history
        (installed_rank, version, description, type, script, checksum, installed_by,
         execution_time, success)
      SELECT MAX(installed_rank) + 1, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'test', 1, true
      FROM flyway_schema_history""";

  private TestSchema() {}
}
