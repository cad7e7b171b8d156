import type { ActivityView } from '@common/contract/activities';
import { fireEvent, screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { type Answer, refusal } from '../../../testing/fakeServer';
import { draw, settle } from '../../../testing/render';
import { activityOf, draftActivityOf, readerMe, unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import ActivityEditPage from './activityEditPage';

const ID = '1'.repeat(24);
interface Given {
  step?: string;
  activity?: ActivityView;
  me?: typeof unitMe;
  save?: (body: Partial<ActivityView>) => Answer;
  lecturer?: Answer;
  submit?: Answer;
}

async function open({
  step = '',
  activity = draftActivityOf(),
  me = unitMe,
  save,
  lecturer,
  submit,
}: Given = {}) {
  let stored = activity;
  const sent = await signedIn(me, ({ method, path, body }) => {
    if (path.includes('/lecturers/')) {
      return lecturer ?? refusal(400, 'LECTURER_UNKNOWN', '没有找到这个人员编号，请逐位核对');
    }
    if (method === 'PUT') {
      const given = body as Partial<ActivityView>;
      const courses = (given.courses ?? []).map((course, index) => ({
        ...course,
        id: course.id ?? String(index).repeat(24),
        lecturer: '',
      }));
      stored = { ...stored, ...given, courses, version: stored.version + 1, missing: [] };
      return save?.(given) ?? { body: stored };
    }
    return method === 'POST'
      ? (submit ?? { body: { ...stored, waitingFor: '漯河市中心医院' } })
      : { body: stored };
  });
  draw(
    <Routes>
      <Route path="/activities/:activityId/edit/:step?" element={<ActivityEditPage />} />
      <Route path="*" element={<p>别的页面</p>} />
    </Routes>,
    `/activities/${ID}/edit${step}`,
  );
  await settle();
  return sent;
}
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
/** Leaving the step keeps at once what was typed. */
const next = async () => {
  fireEvent.click(screen.getByRole('button', { name: /下一步/ }));
  await settle();
};
const saves = (sent: { method: string; body: unknown }[]) =>
  sent.filter(({ method }) => method === 'PUT').map(({ body }) => body as Partial<ActivityView>);

test('each step says what is missing on it, and the last leads to each place', async () => {
  await open({ step: '/submit' });
  const steps = within(screen.getByRole('navigation', { name: '填写步骤' }));
  expect(steps.getAllByRole('link').map((link) => link.textContent)).toEqual([
    '1基本信息还差1项',
    '课程已填好',
    '3举办周期还差1项',
    '4资料上传还差1项',
    '5核对并提交申请还差3项',
  ]);
  expect(screen.getByRole('link', { name: /请上传带红章的会议通知/ }).getAttribute('href')).toBe(
    `/activities/${ID}/edit/documents`,
  );
  expect(screen.getByRole('button', { name: '提交申请' }).hasAttribute('disabled')).toBe(true);
});

test('what was typed is kept when one goes on', async () => {
  const sent = await open();
  type('会场', '门诊楼六楼学术报告厅');
  type('地图位置', '114.016, 33.581');
  await next();
  expect(saves(sent)).toMatchObject([
    { version: 0, venue: '门诊楼六楼学术报告厅', point: { longitude: 114.016, latitude: 33.581 } },
  ]);
  expect(screen.getByText('已保存')).toBeTruthy();
});

test('a new course is the same course at the next save, and its hours count at once', async () => {
  const sent = await open({ step: '/courses' });
  type('第1门课程的学时', '4');
  expect(screen.getByText('还差2学时')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '继续添加课程' }));
  expect(screen.getByText('学时正好')).toBeTruthy();
  await next();
  expect(saves(sent)[0]?.courses).toMatchObject([
    { id: '2'.repeat(24), minutes: 240 },
    { name: '', minutes: 120 },
  ]);
  expect(saves(sent)[0]?.courses?.[1]).not.toHaveProperty('id');
  fireEvent.click(screen.getByRole('link', { name: /课程/ }));
  await settle();
  fireEvent.change(screen.getAllByLabelText('课程名称')[1] as HTMLElement, { target: { value: '伤口护理' } });
  await next();
  expect(saves(sent)[1]?.courses).toMatchObject([{}, { id: '1'.repeat(24), name: '伤口护理' }]);
});

test('a lecturer is matched as soon as his ten digits are there, and shown with unit and title', async () => {
  const lecturer = {
    name: '赵敏',
    personnelNo: '1000000013',
    title: 'chiefNurse',
    unitName: '漯河市第三人民医院',
  };
  const sent = await open({ step: '/courses', lecturer: { body: lecturer } });
  type('人员编号', '100000001');
  expect(sent.some(({ path }) => path.includes('/lecturers/'))).toBe(false);
  type('人员编号', '1000000013');
  await settle();
  expect(screen.getByText('漯河市第三人民医院，主任护师')).toBeTruthy();
  await next();
  expect(saves(sent)[0]?.courses?.[0]?.lecturers).toEqual([lecturer]);
});

test('a number that nobody has is told at the field and stored nowhere', async () => {
  const sent = await open({ step: '/courses' });
  type('人员编号', '1000000013');
  await settle();
  expect(screen.getByRole('alert').textContent).toBe('没有找到这个人员编号，请逐位核对');
  type('人员编号', '1000000014');
  expect(screen.getByRole('alert').textContent).toBe('没有这个人员编号，请逐位核对');
  expect(sent.filter(({ path }) => path.includes('/lecturers/'))).toHaveLength(1);
  expect(saves(sent)).toEqual([]);
});

test('a colleague’s change is never written over: the latest is loaded first', async () => {
  await open({ save: () => refusal(409, 'REVIEW_MOVED', '刚刚有人处理过，请刷新后查看') });
  type('会场', '二号会议室');
  await next();
  expect(screen.getByText('这个活动刚刚被同事修改或提交，您这里的改动没有保存')).toBeTruthy();
  expect(screen.getByRole('button', { name: '载入最新内容' })).toBeTruthy();
});

test('complete, it is handed in by the version that is stored, and leads to its page', async () => {
  const sent = await open({ step: '/submit', activity: draftActivityOf({ missing: [], version: 7 }) });
  fireEvent.click(screen.getByRole('button', { name: '提交申请' }));
  await settle();
  expect(sent.filter(({ method }) => method === 'POST')).toMatchObject([
    { path: `/api/unit/activities/${ID}/submit`, body: { version: 7 } },
  ]);
  expect(screen.getByTestId('address').textContent).toBe(`/activities/${ID}`);
});

test('hours that do not add up are refused in words, and nothing is lost', async () => {
  const words = '各门课程的学时之和是4学时，项目总学时是6学时，两者必须相等';
  await open({
    step: '/submit',
    activity: draftActivityOf({ missing: [] }),
    submit: refusal(400, 'HOURS_DIFFER', words),
  });
  fireEvent.click(screen.getByRole('button', { name: '提交申请' }));
  expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.getByTestId('address').textContent).toBe(`/activities/${ID}/edit/submit`);
});

test('what was returned shows the reason on its page', async () => {
  const moves: ActivityView['moves'] = [
    {
      move: 'return',
      at: '2026-07-02T01:00:00.000Z',
      byName: '漯河市卫生健康委员会',
      administratorName: '张卫',
      reason: '',
      pages: [{ page: 'documents', reason: '会议通知没有红章' }],
    },
  ];
  await open({ step: '/documents', activity: draftActivityOf({ state: 'returned', moves }) });
  expect(screen.getByText('会议通知没有红章')).toBeTruthy();
});

test('what was handed in is not edited, and who may not hold activities cannot type', async () => {
  await open({ activity: activityOf({ state: 'waiting' }) });
  expect(screen.getByText('已经提交，现在不能修改')).toBeTruthy();
});

test('one without 举办活动 cannot type', async () => {
  await open({ me: readerMe });
  expect(screen.getByLabelText('会场').closest('fieldset')?.disabled).toBe(true);
});
