import { locate } from './locate.h5';

const DENIED = 1;
type Ask = (
  found: (position: object) => void,
  failed: (failure: object) => void,
  options: PositionOptions,
) => void;
const browser = (getCurrentPosition: Ask | null) =>
  Object.defineProperty(navigator, 'geolocation', {
    configurable: true,
    value: getCurrentPosition && { getCurrentPosition },
  });
const failing =
  (code: number): Ask =>
  (_found, failed) =>
    failed({ code, PERMISSION_DENIED: DENIED });

test('where the browser says, in the coordinates of Chinese maps', async () => {
  browser((found) => found({ coords: { longitude: 114, latitude: 33.5, accuracy: 20 } }));
  const point = { longitude: expect.closeTo(114, 1), latitude: expect.closeTo(33.5, 1) };
  expect(await locate()).toEqual({ ...point, accuracy: 20 });
});

test('refused is not the same as unknown', async () => {
  browser(failing(DENIED));
  expect(await locate()).toBe('refused');
  browser(failing(3));
  expect(await locate()).toBe('unknown');
});

test('a browser without it', async () => {
  browser(null);
  expect(await locate()).toBe('unknown');
});
