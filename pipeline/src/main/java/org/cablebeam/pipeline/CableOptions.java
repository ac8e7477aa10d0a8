package org.cablebeam.pipeline;

import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.cablebeam.transforms.source.Limits;
import org.jspecify.annotations.Nullable;

/**
 * The options of the job; the one place where they are declared. Help and docs are made of the
 * descriptions. Beam's own options ({@code --runner} and those of the runner) are taken as well.
 */
public interface CableOptions extends PipelineOptions {
  @Description(
      "Files, folders or patterns to read, parted by commas; may be given more than once. Folders"
          + " are read with all that is below them but hidden files, also those that a pattern"
          + " names. What a file is is found out by its content.")
  List<String> getInput();

  void setInput(List<String> input);

  @Description(
      "In place of --input: a folder of results. Read is what its ledger says could not be read, or"
          + " not all of it: files, and entries of archives. Relative names are taken from where"
          + " the program is started.")
  @Nullable String getRetry();

  void setRetry(@Nullable String retry);

  @Description(
      "A folder of results of an earlier run with the same options. Inputs that did not change, by"
          + " name, size and SHA-256, are not read again: what came of them is taken over, and the"
          + " results are as if everything had been read. May be the same as --output.")
  @Nullable String getPrevious();

  void setPrevious(@Nullable String previous);

  @Description(
      "The folder to be made. It appears when the run has succeeded, whole; what it will hold is"
          + " written beside it until then.")
  String getOutput();

  void setOutput(String output);

  @Description("Replace the results of an earlier run in --output, once the new ones are complete.")
  @Default.Boolean(false)
  boolean getOverwrite();

  void setOverwrite(boolean overwrite);

  @Description(
      "Keep only cables sent on this date or later: 2009-01-31, 2009-01 or 2009, or a time such as"
          + " 2009-01-31T12:00:00Z; in UTC. Cables without a date are left out as well. What is"
          + " left out is counted.")
  @Nullable String getSince();

  void setSince(@Nullable String since);

  @Description(
      "Keep only cables sent before this date, written as in --since: --since=2009 --until=2010 is"
          + " one year.")
  @Nullable String getUntil();

  void setUntil(@Nullable String until);

  @Description("How many files of cables to write, at most 10000; 0 for one a 256 MB of input.")
  @Default.Integer(0)
  int getNumShards();

  void setNumShards(int numShards);

  @Description("Avro codec: snappy, deflate, zstandard, bzip2, xz or null.")
  @Default.String("snappy")
  String getCodec();

  void setCodec(String codec);

  @Description(
      "Write each CSV a second time, as .excel.csv, in which no cell runs as a"
          + " formula in a spreadsheet.")
  @Default.Boolean(false)
  boolean getExcelSafe();

  void setExcelSafe(boolean excelSafe);

  @Description(
      "Write the entities of the kept cables once more as a flat table, one row a mention:"
          + " entities/ beside cables/.")
  @Default.Boolean(false)
  boolean getMentions();

  void setMentions(boolean mentions);

  @Description(
      "The share of messages that may be rejected, 0 to 1. With more the results are published all"
          + " the same, but the exit code is 3.")
  @Default.Double(0.1)
  double getMaxRejectRatio();

  void setMaxRejectRatio(double maxRejectRatio);

  @Description("Do not fail when no message was found in the input.")
  @Default.Boolean(false)
  boolean getAllowEmpty();

  void setAllowEmpty(boolean allowEmpty);

  @Description("Print nothing but errors.")
  @Default.Boolean(false)
  boolean getQuiet();

  void setQuiet(boolean quiet);

  @Description("The longest message, in bytes; a longer one is rejected.")
  @Default.Long(Limits.MESSAGE_BYTES)
  long getMaxMessageBytes();

  void setMaxMessageBytes(long maxMessageBytes);

  @Description("The longest archive entry, unpacked, in bytes; a longer one is rejected.")
  @Default.Long(Limits.ENTRY_BYTES)
  long getMaxEntryBytes();

  void setMaxEntryBytes(long maxEntryBytes);

  @Description("How many times its packed size an archive entry may unpack to.")
  @Default.Double(Limits.EXPANSION)
  double getMaxExpansion();

  void setMaxExpansion(double maxExpansion);

  @Description("How many entries an archive may have.")
  @Default.Integer(Limits.ENTRIES)
  int getMaxEntries();

  void setMaxEntries(int maxEntries);

  @Description("How deep archives may lie in one another.")
  @Default.Integer(Limits.DEPTH)
  int getMaxDepth();

  void setMaxDepth(int maxDepth);
}
