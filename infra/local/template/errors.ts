/** The stage runs only what it knows; everything else stops it by name. */
export class UnknownResourceType extends Error {
  constructor(type: string, where: string) {
    super(`the local stage does not know the resource type ${type} (${where})`);
    this.name = 'UnknownResourceType';
  }
}

export class UnknownIntrinsic extends Error {
  constructor(intrinsic: string, where: string) {
    super(`the local stage does not know the intrinsic ${intrinsic} (${where})`);
    this.name = 'UnknownIntrinsic';
  }
}

/** A template that CloudFormation would refuse too, or an answer that only a running resource could give. */
export class Unresolvable extends Error {
  constructor(what: string, where: string) {
    super(`${what} (${where})`);
    this.name = 'Unresolvable';
  }
}
