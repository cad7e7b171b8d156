/** A scan that did not work; the message is for the person and says what else to do. */
export class ScanFailure extends Error {}
