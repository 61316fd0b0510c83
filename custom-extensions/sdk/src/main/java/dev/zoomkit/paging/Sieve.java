package dev.zoomkit.paging;

import dev.zoomkit.value.PagedResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets each item of a window pass once, however often its pages are read: by identity where the
 * item has one, else by count.
 */
final class Sieve {

  /** The identities of all items that passed, in other windows as well. */
  private final IdentitySet known;

  /** The place where an earlier process was; null where there was none. */
  private final @Nullable Position resumed;

  /** The item up to which this pass skips all; {@link IdentitySet#NONE} for none. */
  private long until = IdentitySet.NONE;

  /** How many items this pass skips, whatever they are. */
  private long skips;

  /** How many items without identity this pass skips. */
  private long unidentifiedSkips;

  private long unidentified;
  private long passed;

  /** How far this pass is in the list of the window. */
  private long read;

  private long last = IdentitySet.NONE;

  Sieve(IdentitySet known, @Nullable Position resumed) {
    this.known = known;
    this.resumed = resumed;
    if (resumed != null) {
      read = resumed.read();
      last = resumed.last();
    }
  }

  /** Begins anew with the first page. */
  void rewind() {
    read = 0;
    unidentifiedSkips = unidentified;
    if (resumed != null) {
      until = resumed.last();
      skips = until == IdentitySet.NONE ? resumed.read() : 0;
    }
  }

  /** Begins anew, and skips what the earlier process read by its count alone. */
  void rewindByCount() {
    rewind();
    until = IdentitySet.NONE;
    skips = resumed == null ? 0 : resumed.read();
  }

  /** Whether the item up to which this pass skips did not come so far. */
  boolean isBeforeStart() {
    return until != IdentitySet.NONE;
  }

  /** The items that did not come before. Those of one page are never taken for the same. */
  <T> List<T> pass(PagedResponse<T> response) {
    List<T> items = response.items();
    List<T> fresh = new ArrayList<>(items.size());
    long[] hashes = new long[items.size()];
    for (int i = 0; i < hashes.length; i++) {
      Object identity = response.identity(items.get(i));
      long hash = identity == null ? IdentitySet.NONE : IdentitySet.hash(identity);
      last = hash;
      if (until != IdentitySet.NONE) {
        until = hash == until ? IdentitySet.NONE : until;
        continue;
      }
      hashes[i] = hash;
      if (isFresh(hash)) {
        fresh.add(items.get(i));
      }
    }
    for (long hash : hashes) {
      if (hash != IdentitySet.NONE) {
        known.add(hash);
      }
    }
    read += hashes.length;
    passed += fresh.size();
    return fresh.size() == hashes.length ? items : Collections.unmodifiableList(fresh);
  }

  private boolean isFresh(long hash) {
    if (skips > 0) {
      skips--;
      return false;
    }
    if (hash != IdentitySet.NONE) {
      return !known.contains(hash);
    }
    if (unidentifiedSkips > 0) {
      unidentifiedSkips--;
      return false;
    }
    unidentified++;
    return true;
  }

  /** How many items passed so far. */
  long passed() {
    return passed;
  }

  /** Whether all items that passed have identities. */
  boolean knowsAll() {
    return unidentified == 0;
  }

  /** How many items the window has up to here, those of an earlier process included. */
  long read() {
    return read;
  }

  /** The last item up to here; {@link IdentitySet#NONE} where it has no identity. */
  long last() {
    return last;
  }
}
