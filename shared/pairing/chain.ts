/** What is wrong with somebody's reporting chain, if anything. */
export type ChainFault = 'manager-unknown' | 'reporting-cycle';

/** Who reports to whom, as a forest of numbered employees. */
export interface Chain {
  /** −1: nobody has told who is above this employee. */
  numberOf(employeeKey: string): number;
  /** Above this employee; −1 at the top of the house. */
  readonly above: Int32Array;
  /** Of the walk from here to the top, which begins with this employee. */
  faultAt(employee: number): ChainFault | undefined;
  /** Whether this employee's chain comes back to this employee. */
  circles(employeeKey: string): boolean;
  /**
   * A walk through the forest numbers each employee, then everybody below: `first ≤ number < end` of a manager holds
   * for exactly those whose chain runs through this manager. −1 where the chain has a fault.
   */
  readonly first: Int32Array;
  readonly end: Int32Array;
}

const top = -1;
const unknown = -2;
const [fresh, walking, sound, broken, circling] = [0, 1, 2, 3, 4];

export function chainOf(links: readonly (readonly [employeeKey: string, managerKey: string])[]): Chain {
  const numbers = new Map<string, number>();
  for (const [employee] of links) if (!numbers.has(employee)) numbers.set(employee, numbers.size);
  const above = new Int32Array(numbers.size);
  for (const [employee, manager] of links) {
    above[numbers.get(employee) ?? 0] = manager === 'top' ? top : (numbers.get(manager) ?? unknown);
  }
  const { state, onCycle } = statesOf(above);
  return {
    numberOf: (key) => numbers.get(key) ?? -1,
    above,
    faultAt: (employee) =>
      state[employee] === sound ? undefined : state[employee] === circling ? 'reporting-cycle' : 'manager-unknown',
    circles: (key) => onCycle[numbers.get(key) ?? -1] === 1,
    ...tourOf(above, state),
  };
}

/** Walks up from everybody once; what lies above somebody known is known. */
function statesOf(above: Int32Array) {
  const state = new Uint8Array(above.length);
  const onCycle = new Uint8Array(above.length);
  for (let start = 0; start < above.length; start++) {
    let at = start;
    while (at >= 0 && state[at] === fresh) {
      state[at] = walking;
      at = above[at] ?? top;
    }
    const end = at === top ? sound : at === unknown ? broken : state[at] === walking ? circling : (state[at] ?? sound);
    if (at >= 0 && state[at] === walking) {
      for (let each = at; onCycle[each] === 0; each = above[each] ?? top) onCycle[each] = 1;
    }
    for (let each = start; each >= 0 && state[each] === walking; each = above[each] ?? top) state[each] = end;
  }
  return { state, onCycle };
}

function tourOf(above: Int32Array, state: Uint8Array) {
  const count = above.length;
  // Everybody's reports as a linked list: no array for each manager.
  const lastReport = new Int32Array(count).fill(-1);
  const sibling = new Int32Array(count).fill(-1);
  const roots: number[] = [];
  for (let employee = 0; employee < count; employee++) {
    const manager = above[employee] ?? top;
    if (state[employee] !== sound) continue;
    if (manager < 0) roots.push(employee);
    else {
      sibling[employee] = lastReport[manager] ?? -1;
      lastReport[manager] = employee;
    }
  }
  const first = new Int32Array(count).fill(-1);
  const end = new Int32Array(count).fill(-1);
  let next = 0;
  for (const root of roots) {
    let at = root;
    first[at] = next++;
    while (at >= 0) {
      const report = lastReport[at] ?? -1;
      if (report >= 0) {
        lastReport[at] = sibling[report] ?? -1;
        at = report;
        first[at] = next++;
      } else {
        end[at] = next;
        at = at === root ? -1 : (above[at] ?? -1);
      }
    }
  }
  return { first, end };
}
