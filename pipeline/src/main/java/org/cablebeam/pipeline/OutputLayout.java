package org.cablebeam.pipeline;

import org.cablebeam.transforms.staging.ShardFiles;

/**
 * Every path of the output folder:
 *
 * <pre>
 * OUT/cables/cables-00000-of-00004.avro
 * OUT/entities/entities-00000-of-00004.avro    with --mentions only
 * OUT/duplicates/duplicates-00000-of-00001.avro
 * OUT/rejects/rejects-00000-of-00001.avro
 * OUT/ledger/ledger.avro  ledger.csv           with --excelSafe ledger.excel.csv, and likewise below
 * OUT/statistics/tags.avro  tags.csv  posts.avro  posts.csv  corpus, levels, captions, issues,
 *     tag-pairs, tag-posts, traffic, serials, gaps, citations: likewise
 * OUT/report/index.html
 * OUT/run.json
 * OUT/_SUCCESS
 * </pre>
 *
 * While a run works it has a folder of the same layout beside OUT, with one more, which is deleted
 * before the folder is published:
 *
 * <pre>
 * parts/            what was made of each split of the input
 * parts/attempts/   attempts at the files above, in the same layout; and
 * parts/attempts/files.json   which of them were accepted
 * </pre>
 *
 * @param root the folder, ending in a slash
 */
record OutputLayout(String root) {
  OutputLayout {
    if (!root.endsWith("/")) {
      root = root + "/";
    }
  }

  ShardFiles cables(int shards, String codec) {
    return new ShardFiles(root + "cables/cables", shards, codec);
  }

  /** The mentions of the cables, a file a file of cables. */
  ShardFiles entities(int shards, String codec) {
    return new ShardFiles(root + "entities/entities", shards, codec);
  }

  ShardFiles duplicates(String codec) {
    return new ShardFiles(root + "duplicates/duplicates", 1, codec);
  }

  ShardFiles rejects(String codec) {
    return new ShardFiles(root + "rejects/rejects", 1, codec);
  }

  String ledger(String extension) {
    return root + "ledger/ledger." + extension;
  }

  String tags(String extension) {
    return statistics("tags", extension);
  }

  String posts(String extension) {
    return statistics("posts", extension);
  }

  /**
   * A table of the statistics.
   *
   * @param table corpus, tags, posts, levels, captions, issues, tag-pairs, tag-posts, traffic,
   *     serials, gaps or citations
   */
  String statistics(String table, String extension) {
    return statistics() + table + '.' + extension;
  }

  /** The folder of statistics. */
  String statistics() {
    return root + "statistics/";
  }

  String report() {
    return root + "report/index.html";
  }

  String run() {
    return root + "run.json";
  }

  String success() {
    return root + "_SUCCESS";
  }

  String parts() {
    return root + "parts/";
  }

  /** The ledger of inputs that were taken over from an earlier run. */
  String takenOver() {
    return parts() + "taken-over.avro";
  }

  /** Where workers write attempts at the files of the output. */
  OutputLayout attempts() {
    return new OutputLayout(parts() + "attempts/");
  }

  /** The list of what was written. */
  String files() {
    return root + "files.json";
  }

  /** The path of a file inside the folder, {@code cables/cables-00000-of-00004.avro}. */
  String relative(String path) {
    return path.startsWith(root) ? path.substring(root.length()) : path;
  }
}
