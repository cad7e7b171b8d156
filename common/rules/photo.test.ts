import { checkPhotoFacts, checkPhotoSize } from './photo';

const KB = 1024;
test.each([
  [0, '照片小于5KB'],
  [5 * KB - 1, '照片小于5KB'],
  [3 * KB * KB + 1, '照片大于3MB'],
])('%d bytes: %s', (bytes, message) => {
  expect(checkPhotoSize(bytes)).toEqual({ ok: false, message: expect.stringContaining(message) });
});

test.each([5 * KB, 100 * KB, 3 * KB * KB])('%d bytes are good', (bytes) => {
  expect(checkPhotoSize(bytes)).toEqual({ ok: true });
});

const facts = { format: 'jpeg', width: 3000, height: 4000, isAnimated: false };
test.each([
  ['gif', { format: 'gif' }, 'JPEG或PNG'],
  ['webp', { format: 'webp' }, 'JPEG或PNG'],
  ['moving', { format: 'png', isAnimated: true }, '动态图片'],
  ['huge', { width: 8000, height: 5001 }, '尺寸过大'],
])('%s is refused', (_what, changes, message) => {
  expect(checkPhotoFacts({ ...facts, ...changes })).toEqual({
    ok: false,
    message: expect.stringContaining(message),
  });
});

test.each([{}, { format: 'png' }, { width: 8000, height: 5000 }])('%j is good', (changes) => {
  expect(checkPhotoFacts({ ...facts, ...changes })).toEqual({ ok: true });
});
