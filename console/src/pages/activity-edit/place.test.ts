import { parsePlace, showPlace } from './place';

const LUOHE = { longitude: 114.016, latitude: 33.581 };

test.each([
  '114.016,33.581',
  '114.016， 33.581',
  '33.581, 114.016',
  '东经114.016 北纬33.581',
  ' 114.016 33.581 ',
])('%s is a point', (text) => {
  expect(parsePlace(text)).toEqual(LUOHE);
});

test.each(['', '114.016', '漯河市人民东路56号', '114.016,33.581,12', '14.016,33.581', '114.016,63.5'])(
  '%s is none',
  (text) => {
    expect(parsePlace(text)).toBeNull();
  },
);

test('what is shown is read again', () => {
  expect(parsePlace(showPlace(LUOHE))).toEqual(LUOHE);
});
