package dev.zoomkit.paging;

/**
 * The identities of the items of a walk, of each 64 bits alone: a million take 16 MiB. Two of a
 * million different ones are taken for the same once in 37 million walks.
 */
final class IdentitySet {

  /** Stands for an item without identity, and for an empty slot. */
  static final long NONE = 0;

  private static final long FNV_START = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private long[] slots = new long[64];
  private int size;

  /** The 64 bits of an identity, by its text; never {@link #NONE}. */
  static long hash(Object identity) {
    String text = identity.toString();
    long hash = FNV_START;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL; // The end of MurmurHash3 spreads the bits.
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    hash ^= hash >>> 33;
    return hash == NONE ? 1 : hash;
  }

  boolean contains(long hash) {
    return slots[slot(slots, hash)] == hash;
  }

  void add(long hash) {
    int slot = slot(slots, hash);
    if (slots[slot] == hash) {
      return;
    }
    slots[slot] = hash;
    size++;
    if (size > slots.length / 4 * 3) {
      grow();
    }
  }

  private void grow() {
    long[] larger = new long[Math.multiplyExact(slots.length, 2)];
    for (long hash : slots) {
      if (hash != NONE) {
        larger[slot(larger, hash)] = hash;
      }
    }
    slots = larger;
  }

  /** Where a hash is, or belongs. */
  private static int slot(long[] slots, long hash) {
    int slot = (int) hash & slots.length - 1;
    while (slots[slot] != NONE && slots[slot] != hash) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }
}
