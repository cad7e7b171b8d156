import type { Me } from '@common/contract/accounts';
import { screen } from '@testing-library/react';
import { type Answer, refusal } from '../../testing/fakeServer';
import { draw, settle } from '../../testing/render';
import { authorityMe, readerMe, unitMe } from '../../testing/rows';
import { signedIn } from '../../testing/signIn';
import { useIsOperator } from './operator';

function Answered() {
  return <p>{useIsOperator() ? '是' : '否'}</p>;
}
/** An account that has not been asked about in this file. */
const accountOf = (letter: string): Me => ({
  ...authorityMe,
  authority: { id: letter.repeat(24), code: '410000', name: '河南省卫生健康委员会' },
});
const ACCOUNTS: Answer = { body: { items: [] } };

test.each([
  ['the highest authority', accountOf('1'), ACCOUNTS, '是', 1],
  ['one with others above it', accountOf('2'), refusal(403, 'FORBIDDEN', '没有权限'), '否', 1],
  [
    'who may not manage the account',
    { ...accountOf('3'), administrator: readerMe.administrator },
    ACCOUNTS,
    '否',
    0,
  ],
  ['a unit', unitMe, ACCOUNTS, '否', 0],
] as const)('%s', async (_name, me, answer, words, asked) => {
  const sent = await signedIn(me, () => answer);
  draw(<Answered />);
  await settle();
  expect(screen.getByText(words)).toBeTruthy();
  expect(sent).toHaveLength(asked);
});

test.each([
  ['an answer', '4', ACCOUNTS, 1],
  ['a refusal', '5', refusal(403, 'FORBIDDEN', '没有权限'), 1],
  ['trouble', '6', refusal(500, 'INTERNAL', '系统出错'), 2],
] as const)('with %s, how often it is asked for two pages', async (_name, letter, answer, asked) => {
  const sent = await signedIn(accountOf(letter), () => answer);
  draw(<Answered />).unmount();
  await settle();
  draw(<Answered />);
  await settle();
  expect(sent).toHaveLength(asked);
});
