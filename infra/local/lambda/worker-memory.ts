import { getHeapStatistics } from 'node:v8';

/**
 * The memory of this thread alone: heap, buffers and what V8 allocates beside them. A worker shares Node itself with all
 * others, so that is for the reader to add. Looked at with each call and at the end: what is freed between two looks is
 * missed, but the heap that was needed for it mostly stays.
 */
export function meterMemory() {
  let most = 0;
  const look = () => {
    const { total_physical_size, external_memory, malloced_memory } = getHeapStatistics();
    most = Math.max(most, total_physical_size + external_memory + malloced_memory);
  };
  return {
    begin() {
      most = 0;
      look();
    },
    look,
    most() {
      look();
      return most;
    },
  };
}
