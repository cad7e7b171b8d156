import { fakeServer } from '../../../testing/fakeServer';

const open = async () => {
  jest.resetModules();
  return import('./regions');
};

test.each([
  ['411121', '411121'],
  ['411100', '4111'],
  ['410000', '41'],
  ['000000', ''],
  ['110000', '11'],
])('the authority %s governs %j', async (code, region) => {
  expect((await open()).regionOfAuthority(code)).toBe(region);
});

test.each([
  ['', '411121', ['41', '4111', '411121']],
  ['41', '411121', ['4111', '411121']],
  ['4111', '411121', ['411121']],
  ['411121', '411121', ['411121']],
  ['41', '4111', ['4111']],
])('below %j the way to %s is %j', async (root, code, path) => {
  expect((await open()).pathWithin(root, code)).toEqual(path);
});

test('a region is asked for once; one that failed again', async () => {
  let isAway = true;
  const sent = fakeServer(() => {
    if (isAway) {
      throw new TypeError('Failed to fetch');
    }
    return { body: { items: [{ code: '4111', name: '漯河市', hasChildren: true }] } };
  });
  const { regionsBelow } = await open();
  await expect(regionsBelow('41')).rejects.toMatchObject({ code: 'NETWORK' });
  isAway = false;
  expect(await regionsBelow('41')).toEqual(await regionsBelow('41'));
  expect(sent.map(({ path }) => path)).toEqual(['/api/regions?parent=41', '/api/regions?parent=41']);
});

test('a county’s authority has its own county to choose, and no other', async () => {
  fakeServer(() => ({
    body: {
      items: ['411121', '411122'].map((code) => ({ code, name: code, hasChildren: false })),
    },
  }));
  const { regionsWithin } = await open();
  expect((await regionsWithin('411121')).map(({ code }) => code)).toEqual(['411121']);
  expect((await regionsWithin('4111')).map(({ code }) => code)).toEqual(['411121', '411122']);
});
