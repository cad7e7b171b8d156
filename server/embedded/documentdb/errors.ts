import type { Document } from 'bson';

/** MongoDB's codes that drivers and this gateway act on, with their names. */
export const CODE_NAMES: Record<number, string> = {
  1: 'InternalError',
  2: 'BadValue',
  6: 'HostUnreachable',
  9: 'FailedToParse',
  13: 'Unauthorized',
  14: 'TypeMismatch',
  15: 'Overflow',
  16: 'InvalidLength',
  20: 'IllegalOperation',
  24: 'LockTimeout',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  28: 'PathNotViable',
  31: 'RoleNotFound',
  34: 'CannotBackfillArray',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  48: 'NamespaceExists',
  50: 'MaxTimeMSExpired',
  52: 'DollarPrefixedFieldName',
  53: 'InvalidIdField',
  54: 'NotSingleValueField',
  56: 'EmptyFieldName',
  57: 'DottedFieldName',
  59: 'CommandNotFound',
  61: 'ShardKeyNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  68: 'IndexAlreadyExists',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  91: 'ShutdownInProgress',
  111: 'NotExactValueField',
  112: 'WriteConflict',
  115: 'CommandNotSupported',
  117: 'ConflictingOperationInProgress',
  118: 'NamespaceNotSharded',
  121: 'DocumentValidationFailure',
  143: 'CursorInUse',
  146: 'ExceededMemoryLimit',
  166: 'CommandNotSupportedOnView',
  167: 'OptionNotSupportedOnView',
  197: 'InvalidIndexSpecificationOption',
  224: 'QueryFeatureNotAllowed',
  225: 'TransactionTooOld',
  241: 'ConversionFailure',
  251: 'NoSuchTransaction',
  256: 'TransactionCommitted',
  263: 'OperationNotSupportedInTransaction',
  276: 'IndexBuildAborted',
  291: 'NoQueryExecutionPlans',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
  40324: 'UnrecognizedPipelineStage',
};

// SQLSTATE -> code. Those that begin with M are DocumentDB's own (its error_mappings list); an unknown one means BadValue.
const STATES: Record<string, number> = {
  M0000: 1,
  M0001: 2,
  M0003: 9,
  M00ER: 13,
  M0004: 14,
  M0005: 15,
  M00DO: 16,
  M0006: 20,
  M00EW: 24,
  M0008: 26,
  M0009: 27,
  M000A: 28,
  M000B: 31,
  M000C: 34,
  M000D: 40,
  M000E: 43,
  M000F: 48,
  M00EX: 50,
  M000G: 52,
  M000H: 53,
  M000I: 54,
  M000J: 56,
  M000K: 57,
  M00EY: 59,
  M000L: 61,
  M000M: 66,
  M000N: 67,
  M000O: 68,
  M000P: 72,
  M000Q: 73,
  M000R: 85,
  M000S: 86,
  M00F0: 91,
  M000T: 111,
  M00F1: 112,
  M000U: 115,
  M00F2: 117,
  M000V: 118,
  M00CO: 121,
  M00EL: 143,
  M000W: 146,
  M000Z: 166,
  M0010: 167,
  M0012: 197,
  M0013: 224,
  M00F5: 225,
  M0015: 241,
  M00F6: 251,
  M00F7: 256,
  M0016: 263,
  M0017: 276,
  M0018: 291,
  M001B: 10334,
  M001C: 11000,
  M007U: 40324,
  M001S: 15981,
  M0020: 16410,
  M003A: 17419,
  M003B: 17420,
  M007T: 40323,
  M008U: 40601,
  // PostgreSQL's: unique and exclusion constraints, serialization, deadlock, lock time-out, cancelled, connections, disk.
  '23505': 11000,
  '23P01': 11000,
  '40001': 112,
  '40P01': 112,
  '55P03': 112,
  '57014': 50,
  '57P01': 91,
  '57P02': 91,
  '57P03': 91,
  '08006': 91,
  '08003': 91,
  '08001': 91,
  '53300': 91,
  '53100': 14031,
  '42501': 13,
  '54000': 10334,
};

/** An error with a MongoDB code, thrown inside the gateway. */
export class MongoCodeError extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly details: Document = {},
  ) {
    super(message);
  }
}

/** Two writes met and this one left no trace: worth another try. If tries run out it is the error that it says. */
export class CollisionError extends MongoCodeError {}

/** The name that MongoDB gives a code; codes without a name are called after their number. */
export const codeName = (code: number): string => CODE_NAMES[code] ?? `Location${code}`;

/** MongoDB's code for a SQLSTATE. */
export const codeOfState = (state: string): number => STATES[state] ?? 2;

/** A SQLSTATE from the integer that DocumentDB puts into `writeErrors`: six bits a character, as PostgreSQL packs it. */
export function unpackState(packed: number): string {
  return String.fromCharCode(...[0, 6, 12, 18, 24].map((shift) => ((packed >> shift) & 63) + 48));
}

/** What PostgreSQL's driver tells of a failed statement. */
export interface SqlError extends Error {
  code?: string;
  constraint?: string;
  table?: string;
}

const TRANSIENT = new Set([6, 24, 91, 112, 251]);

/** The code of anything that was thrown. A broken connection to PostgreSQL counts as a server that is shutting down. */
export function codeOf(error: unknown): number {
  if (error instanceof MongoCodeError) {
    return error.code;
  }
  const state = (error as SqlError).code;
  if (state === undefined) {
    // pg has no code for "Connection terminated" and "timeout exceeded when trying to connect".
    return /connection|timeout/i.test((error as Error).message) ? 91 : 1;
  }
  return /^[0-9A-Z]{5}$/.test(state) ? codeOfState(state) : 91;
}

/** The answer to a command that failed. Inside a transaction, errors that a new try may cure are labelled for `withTransaction`. */
export function errorReply(error: unknown, inTransaction = false): Document {
  const code = codeOf(error);
  const details = error instanceof MongoCodeError ? error.details : {};
  return {
    ok: 0,
    errmsg: (error as Error).message,
    code,
    codeName: codeName(code),
    ...(inTransaction && TRANSIENT.has(code) ? { errorLabels: ['TransientTransactionError'] } : {}),
    ...details,
  };
}
