/** A binary heap of nodes by distance, on typed arrays. A node may lie in it several times: the first out counts. */
export interface Heap {
  clear(): void;
  push(distance: number, node: number): void;
  /** The least distance; infinite when empty. */
  least(): number;
  /** Takes out the node with the least distance. */
  pop(): number;
}

export function heap(room: number): Heap {
  let keys = new Float64Array(room);
  let nodes = new Int32Array(room);
  let size = 0;
  return {
    clear: () => {
      size = 0;
    },
    least: () => (size > 0 ? (keys[0] ?? 0) : Number.POSITIVE_INFINITY),
    push(distance, node) {
      if (size === keys.length) {
        const [shortKeys, shortNodes] = [keys, nodes];
        keys = new Float64Array(2 * size + 16);
        keys.set(shortKeys);
        nodes = new Int32Array(2 * size + 16);
        nodes.set(shortNodes);
      }
      let at = size++;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        const key = keys[parent] ?? 0;
        if (key <= distance) break;
        keys[at] = key;
        nodes[at] = nodes[parent] ?? 0;
        at = parent;
      }
      keys[at] = distance;
      nodes[at] = node;
    },
    pop() {
      const top = nodes[0] ?? 0;
      size--;
      const key = keys[size] ?? 0;
      const node = nodes[size] ?? 0;
      let at = 0;
      for (let child = 1; child < size; child = 2 * at + 1) {
        if (child + 1 < size && (keys[child + 1] ?? 0) < (keys[child] ?? 0)) child++;
        const least = keys[child] ?? 0;
        if (least >= key) break;
        keys[at] = least;
        nodes[at] = nodes[child] ?? 0;
        at = child;
      }
      keys[at] = key;
      nodes[at] = node;
      return top;
    },
  };
}
