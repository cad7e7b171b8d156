import { isUpsertRace, keyValueOf, writtenBy } from './duplicateKey';
import { codeOf, codeOfState, errorReply, MongoCodeError, unpackState } from './errors';
import { scanOf } from './explain';

const sql = (code: string | undefined, message = 'x'): Error => Object.assign(new Error(message), { code });

describe('error codes', () => {
  it.each([
    ['M001C', 11000],
    ['23505', 11000],
    ['23P01', 11000],
    ['40001', 112],
    ['40P01', 112],
    ['55P03', 112],
    ['57014', 50],
    ['M000E', 43],
    ['M000F', 48],
    ['M0008', 26],
    ['M00CO', 121],
    ['M0001', 2],
    ['ZZZZZ', 2],
  ])('reads the state %s as %d', (state, code) => {
    expect(codeOfState(state)).toBe(code);
    expect(codeOf(sql(state))).toBe(code);
  });

  it('unpacks a state from an integer', () => {
    expect(unpackState(319029277)).toBe('M001C');
    expect(unpackState(525074461)).toBe('M00CO');
  });

  it('takes a broken connection for a server that shuts down', () => {
    expect(codeOf(sql('ECONNREFUSED'))).toBe(91);
    expect(codeOf(sql(undefined, 'Connection terminated unexpectedly'))).toBe(91);
    expect(codeOf(new TypeError('x is not a function'))).toBe(1);
  });

  it('labels what a new transaction may cure, and only inside one', () => {
    expect(errorReply(sql('40001'), true)).toMatchObject({
      ok: 0,
      code: 112,
      codeName: 'WriteConflict',
      errorLabels: ['TransientTransactionError'],
    });
    expect(errorReply(sql('40001'))).not.toHaveProperty('errorLabels');
    expect(errorReply(sql('23505'), true)).not.toHaveProperty('errorLabels');
    expect(errorReply(new MongoCodeError(11000, 'E11000', { keyPattern: { a: 1 } }))).toMatchObject({
      keyPattern: { a: 1 },
    });
    expect(errorReply(sql('M003A')).codeName).toBe('Location17419');
  });
});

describe('duplicate keys', () => {
  it('reads values from documents, updates and filters', () => {
    expect(keyValueOf({ a: 1, 'b.c': 1 }, { a: 1, b: { c: 2 } }, true)).toEqual({ a: 1, 'b.c': 2 });
    expect(keyValueOf({ a: 1, z: 1 }, { a: 1 }, true)).toEqual({ a: 1, z: null });
    expect(keyValueOf({ a: 1, z: 1 }, { a: 1 }, false)).toBeUndefined();
    const { document, isWhole } = writtenBy({ a: 1, n: { $gt: 3 } }, { $set: { 'b.c': 2 }, $inc: { m: 1 } });
    expect([document, isWhole]).toEqual([{ a: 1, 'b.c': 2 }, false]);
    expect(writtenBy({ a: 1 }, { a: 2, b: 3 })).toEqual({ document: { a: 2, b: 3 }, isWhole: true });
    expect(writtenBy({ a: 1 }, [{ $set: { b: 1 } }])).toEqual({ document: { a: 1 }, isWhole: false });
  });

  it('knows two upserts that met from a true duplicate', () => {
    expect(isUpsertRace({ b: 1, a: 2 }, { a: 1, b: 1 })).toBe(true);
    expect(isUpsertRace({ a: 2 }, { a: 1, b: 1 })).toBe(false);
    expect(isUpsertRace({ a: 2, c: 1 }, { a: 1 })).toBe(false);
    expect(isUpsertRace({ a: { $gt: 2 } }, { a: 1 })).toBe(false);
    expect(isUpsertRace({ a: 2 }, undefined)).toBe(false);
  });
});

describe('plans', () => {
  it('does not take the walk over a whole collection for an index scan', () => {
    const byShard = { 'Index Name': '_id_', 'Index Cond': "(shard_key_value = '3'::bigint)" };
    const byId = { 'Index Name': '_id_', 'Index Cond': "((shard_key_value = '3') AND (object_id = 'x'))" };
    expect(scanOf({ Plans: [{ Plans: [byShard] }] })).toEqual({ stage: 'COLLSCAN' });
    expect(scanOf({ Plans: [byId] })).toEqual({ stage: 'IXSCAN', indexName: '_id_' });
    expect(scanOf({ Plans: [byShard, { 'Index Name': 'a_1' }] })).toEqual({
      stage: 'IXSCAN',
      indexName: 'a_1',
    });
    expect(scanOf({ 'Node Type': 'Seq Scan' })).toEqual({ stage: 'COLLSCAN' });
  });
});
