import { creditsOfPart } from './hours';

const TEN_CREDITS = { minutes: 1800, credits: 1000 };

test('all hours make all credits, a part its share, rounded down', () => {
  expect(creditsOfPart(1800, TEN_CREDITS)).toBe(1000);
  expect(creditsOfPart(180, TEN_CREDITS)).toBe(100);
  expect(creditsOfPart(100, TEN_CREDITS)).toBe(55);
});

test('a project without hours has nothing to share', () => {
  expect(creditsOfPart(60, { minutes: 0, credits: 0 })).toBe(0);
});
