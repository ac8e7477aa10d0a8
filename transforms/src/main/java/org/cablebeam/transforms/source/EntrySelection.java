package org.cablebeam.transforms.source;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * Which entries of archives are read: all, or some by their URI. Immutable and thread-safe.
 *
 * @param uris entries as records call them, {@code traffic.zip!/2008/1.txt}; empty for all
 */
public record EntrySelection(List<String> uris) implements Serializable {
  /** What parts an entry's name from the URI of its archive. */
  public static final String ENTRY = "!/";

  /** Everything. */
  public static final EntrySelection ALL = new EntrySelection(List.of());

  public EntrySelection {
    uris = List.copyOf(new TreeSet<>(uris));
  }

  /** Only these entries, with all that is in them. */
  public static EntrySelection of(Collection<String> uris) {
    return new EntrySelection(List.copyOf(uris));
  }

  /**
   * Whether an entry is to be opened: it, an archive it lies in, or something in it is selected.
   */
  boolean takes(String uri) {
    return uris.isEmpty() || within(uri) || around(uri);
  }

  private boolean within(String uri) {
    for (int end = uri.length(); end > 0; end = uri.lastIndexOf(ENTRY, end - 1)) {
      if (find(uri.substring(0, end)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private boolean around(String uri) {
    int next = find(uri + ENTRY);
    int at = next < 0 ? -next - 1 : next;
    return at < uris.size() && uris.get(at).startsWith(uri + ENTRY);
  }

  private int find(String uri) {
    return Collections.binarySearch(uris, uri);
  }
}
