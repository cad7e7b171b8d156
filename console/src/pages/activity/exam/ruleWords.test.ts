import { paperRules } from '@common/contract/papers';
import { activityOf } from '../../../../testing/rows';
import { hoursWords, ruleLines } from './ruleWords';

const { periods } = activityOf();

test('the usual rules in words, with the days that follow from them', () => {
  expect(Object.fromEntries(ruleLines(paperRules.parse({}), 12, periods))).toEqual({
    抽题: '全部12道试题',
    顺序: '题目和选项乱序',
    及格分: '60分，满分100分',
    次数: '最多3次',
    时长: '不限时长',
    开放: '签到后即可考试：2026-07-20 08:00 至 2026-07-27 23:59',
    答案: '合格或次数用完后公布',
  });
});

test('what is limited says how', () => {
  const rules = paperRules.parse({
    draw: 10,
    tries: 0,
    minutes: 45,
    isOptionsShuffled: false,
    opens: 'afterClass',
  });
  expect(Object.fromEntries(ruleLines(rules, 30, periods))).toMatchObject({
    抽题: '每次随机抽取10道，共30道',
    顺序: '题目乱序',
    次数: '不限次数',
    时长: '45分钟，到时自动交卷',
    开放: '培训结束后考试：2026-07-20 18:00 至 2026-07-27 23:59',
  });
});

test('without holding periods there are no days yet', () => {
  expect(hoursWords({ opens: 'onSite', daysAfter: 7 }, [])).toBe('有了举办周期以后确定');
});
