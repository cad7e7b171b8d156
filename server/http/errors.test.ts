import { appError, toAppError } from './errors';

test.each([
  [
    Object.assign(new Error('WriteConflict'), { name: 'MongoBulkWriteError', code: 112 }),
    'STORE_UNAVAILABLE',
  ],
  [Object.assign(new Error('no primary'), { name: 'MongoServerSelectionError' }), 'STORE_UNAVAILABLE'],
  [Object.assign(new Error('E11000'), { name: 'MongoServerError', code: 11000 }), 'INTERNAL'],
  [Object.assign(new Error('too large'), { status: 413 }), 'BODY_TOO_LARGE'],
  [new Error('secret detail'), 'INTERNAL'],
])('%p is %s', (error, code) => {
  expect(toAppError(error)).toMatchObject({ code });
});

test('one of ours stays what it is, and nobody else’s words leave', () => {
  const ours = appError('NOT_FOUND', { field: 'q' });
  expect(toAppError(ours)).toBe(ours);
  expect(toAppError(new Error('secret detail')).toBody('r').message).not.toContain('secret');
});
