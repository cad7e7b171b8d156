import type { WalkInRow } from '@common/contract/walkIns';
import { screen, within } from '@testing-library/react';
import { draw, settle } from '../../../../testing/render';
import { activityOf, unitMe } from '../../../../testing/rows';
import { signedIn } from '../../../../testing/signIn';
import WalkInsTab from './walkInsTab';

const formOf = (n: number, some: Partial<WalkInRow> = {}): WalkInRow => ({
  id: String(n).padStart(24, '0'),
  name: `学员${n}`,
  idNoMasked: '4111**********0011',
  phoneMasked: '139****8001',
  sex: 'female',
  age: 41,
  unitName: '临颍县王孟镇卫生院',
  department: '内科',
  unitPlace: '河南省临颍县',
  isGrassroots: true,
  title: 'physician',
  post: '',
  in: '2026-07-20T00:05:00.000Z',
  out: null,
  isMatched: false,
  ...some,
});

async function open(forms: WalkInRow[]) {
  await signedIn(unitMe, () => {
    const matched = forms.filter(({ isMatched }) => isMatched).length;
    return { body: { items: forms, total: forms.length, page: 1, pageSize: 50, matched } };
  });
  draw(<WalkInsTab activity={activityOf()} onChange={() => undefined} />);
  await settle();
}

test('what was filled in, and what has become of it', async () => {
  await open([formOf(1), formOf(2, { isMatched: true, out: '2026-07-20T10:00:00.000Z' })]);
  const first = within(screen.getByRole('row', { name: /学员1/ }));
  for (const words of ['女，41岁', '来自基层', '医师', '未撤离', '等待本人注册、单位审核']) {
    expect(first.getByText(words)).toBeTruthy();
  }
  expect(within(screen.getByRole('row', { name: /学员2/ })).getByText('已注册，已计入考勤')).toBeTruthy();
  expect(screen.getByText(/共2人，1人已注册并计入考勤/)).toBeTruthy();
  expect(screen.getByText('查看撤离问卷结果').getAttribute('href')).toContain('/evaluation?tab=survey');
});

test('none: why, and where it is decided', async () => {
  await open([]);
  expect(screen.getByText('没有人用现场登记表签到')).toBeTruthy();
  expect(screen.getByText(/在考勤设置中规定/)).toBeTruthy();
});
