import { DEFAULT_FORMS, formSettingFault } from '@common/rules/forms';
import { draftFaults, emptyQuestion, newKey, withOptions } from './draft';

test('a new question begins with what its kind needs, under a key of its own', () => {
  expect(emptyQuestion('choice')).toMatchObject({ options: [{ text: '' }, { text: '' }], choose: 1 });
  expect(emptyQuestion('stars')).toMatchObject({ options: [], isRequired: true });
  expect(emptyQuestion('text')).toMatchObject({ options: [], isRequired: false });
  const keys = Array.from({ length: 200 }, newKey);
  expect(new Set(keys).size).toBe(200);
  // As the contract wants them.
  expect(keys.every((key) => /^[\w-]{1,40}$/.test(key))).toBe(true);
});

test('of fewer options fewer can be chosen', () => {
  const [asked] = DEFAULT_FORMS.survey.filter(({ choose }) => choose === 2);
  if (!asked) {
    throw new Error('no question of 选两项');
  }
  expect(withOptions(asked, asked.options.slice(0, 3)).choose).toBe(2);
  expect(withOptions(asked, asked.options.slice(0, 2)).choose).toBe(1);
});

test('what is empty is told at its field; then what the form itself lacks', () => {
  expect(draftFaults([...DEFAULT_FORMS.survey])).toEqual({});
  expect(draftFaults([])).toEqual({ questions: '至少要有一道题' });
  expect(draftFaults([emptyQuestion('choice')])).toEqual({
    'questions.0.text': '请填写题目',
    'questions.0.options.0.text': '请填写选项',
    'questions.0.options.1.text': '请填写选项',
  });
  const same = emptyQuestion('choice');
  const twice = [{ ...same, text: '收获', options: same.options.map((one) => ({ ...one, text: '很大' })) }];
  expect(draftFaults(twice)).toEqual({ 'questions.0.options': formSettingFault(twice)?.message });
});
