/** A broken contract: retrying cannot help, so `redrive` leaves it to a person. The name is part of that contract. */
export class MalformedEvent extends Error {
  override readonly name = 'MalformedEvent';
}
