/** The time of an effect has come, but its request does not want it as it stands: no attempt was made. */
export class NotYet extends Error {}
