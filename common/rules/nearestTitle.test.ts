import fc from 'fast-check';
import { nearestTitle } from './nearestTitle';

const TITLES = [
  '为什么刷卡了却查不到学分？',
  '忘记用户名或密码怎么办？',
  '工作调动后怎么办理单位变更？',
  '注册时找不到所在单位怎么办？',
  '论文学分怎么录入？',
];

it.each([
  ['换了工作单位怎么办理调动', 2],
  ['工作调动怎么办', 2],
  ['我的密码忘记了', 1],
  ['忘记密码了怎么办呢', 1],
  ['注册的时候找不到单位', 3],
  ['论文的学分在哪里录入', 4],
  ['今天天气怎么样', null],
  ['怎么办', null],
  ['', null],
])('%s', (question, index) => expect(nearestTitle(question, TITLES)).toBe(index));

it('a title is nearest to itself, whatever stands beside it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4 }), fc.string({ unit: 'binary' }), (i, noise) => {
      expect(nearestTitle(TITLES[i] ?? '', [...TITLES, noise.slice(0, 1)])).toBe(i);
    }),
  );
});
