/** An effect comes to nothing, and its request knows: no further attempt is made before somebody has seen to it there. */
export class GivenUp extends Error {}
