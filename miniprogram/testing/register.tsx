/** The registration page under test: opened, agreed to, filled in. */

import { act, fireEvent, render, screen } from '@testing-library/react';
import RegisterPage from '@/pages/register/index';
import { session } from '@/services/session';
import { fakeServer, LEARNER, meWith, PROFILE, sessionOf } from './fakeServer';

export const UNIT = {
  id: '0'.repeat(23).concat('2'),
  code: '1',
  name: '宜章县第二人民医院',
  matchedName: '岩泉镇中心卫生院',
  regionName: '湖南省 郴州市 宜章县',
};
const REGIONS: Record<string, { code: string; name: string; hasChildren: boolean }[]> = {
  '': [{ code: '43', name: '湖南省', hasChildren: true }],
  '43': [{ code: '4310', name: '郴州市', hasChildren: true }],
  '4310': [{ code: '431022', name: '宜章县', hasChildren: false }],
};
type Learners = Parameters<typeof fakeServer>[0]['learners'];

/** Answers for the registration of somebody new (null) or of a registered learner. */
export function serve(learner: typeof LEARNER | null, part: Learners = {}) {
  let me = meWith(learner);
  return fakeServer({
    accounts: {
      signInWithWechat: () => sessionOf(me),
      me: () => me,
      sendSmsCode: () => ({ ok: true, retryAfter: 60 }),
    },
    regionsUnits: {
      listRegions: ({ parent = '' }) => ({ items: REGIONS[parent] ?? [] }),
      searchUnits: ({ q }) => ({ items: q === '没有' ? [] : [UNIT] }),
      unitDepartments: () => ({ items: ['儿科', '心内科'] }),
    },
    learners: {
      register: () => {
        me = meWith(LEARNER);
        return LEARNER;
      },
      myProfile: () => ({ ...PROFILE, ...learner }),
      ...part,
    },
  });
}

export const box = (field: string) =>
  document.querySelector(`#field-${field} input, #field-${field} textarea`) as HTMLInputElement;
export const type = (field: string, value: string) => {
  fireEvent.change(box(field), { target: { value } });
  fireEvent.blur(box(field));
};
export const tap = (words: string | RegExp) => act(async () => void fireEvent.click(screen.getByText(words)));
export const tapId = (id: string) =>
  act(async () => void fireEvent.click(document.getElementById(id) as HTMLElement));
/** The labels of the pages that show a ✓. */
export const ticks = () =>
  [...document.querySelectorAll('.page-step')]
    .map((step) => step.getAttribute('aria-label') ?? '')
    .filter((label) => label.endsWith('：已完成'))
    .map((label) => label.replace('：已完成', ''));

export async function openPage() {
  await session.start();
  const page = render(<RegisterPage />);
  await act(async () => undefined);
  return page;
}
export async function agree() {
  await tapId('consent');
  await tapId('consent-agree');
}
export async function fillBasics() {
  type('name', '李雷');
  type('idNo', '110101199003071153');
}
export async function fillContact() {
  await tapId('step-contact');
  await tap('改用短信验证');
  type('phone', '13800138000');
  await tap('获取验证码');
  type('smsCode', '123456');
}
export async function fillWork() {
  await tapId('step-work');
  await tap('选择现在工作的单位');
  fireEvent.change(document.querySelector('#unit-q') as HTMLInputElement, { target: { value: '岩泉' } });
  const unit = await screen.findByText(/岩泉镇中心卫生院（/);
  await act(async () => void fireEvent.click(unit));
  await tap('选择现有职称');
  await tap('护士');
}
export async function fillThreePages() {
  await agree();
  await fillBasics();
  await fillContact();
  await fillWork();
}
