/** Everything was done that a function can do, and it is not enough: somebody must hear of it, by way of `redrive`. */
export class NeedsAPerson extends Error {
  override readonly name = 'NeedsAPerson';
}
