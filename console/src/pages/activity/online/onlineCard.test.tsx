import { fireEvent, screen } from '@testing-library/react';
import type { Answer } from '../../../../testing/fakeServer';
import { draw, settle } from '../../../../testing/render';
import { activityOf, unitMe } from '../../../../testing/rows';
import { signedIn } from '../../../../testing/signIn';
import { OnlineCard } from './onlineCard';

const [COURSE] = activityOf().courses;
const SET = {
  courseId: COURSE?.id ?? '',
  courseName: COURSE?.name ?? '',
  videoUrl: 'https://video.example/a.mp4',
  requiredSeconds: 2_700,
  prompts: 3,
};

/** The card over what is set; `refused` answers a saving. */
async function open(given: { isOnline?: boolean; isSet?: boolean; refused?: Answer } = {}) {
  const { isOnline = true, isSet = false, refused } = given;
  let items = isSet ? [{ ...SET, learners: 12, finished: 5 }] : [];
  const sent = await signedIn(unitMe, ({ method, body }) => {
    if (method !== 'PUT') {
      return { body: { isOnline, items } };
    }
    if (refused) {
      return refused;
    }
    const { videoUrl } = body as { videoUrl: string };
    items = videoUrl ? [{ ...SET, ...(body as object), learners: 0, finished: 0 }] : [];
    return { body: { class: items[0] ?? null } };
  });
  draw(<OnlineCard activity={activityOf()} />);
  await settle();
  return sent;
}
const click = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const put = (sent: Awaited<ReturnType<typeof open>>) => sent.filter(({ method }) => method === 'PUT');

test('nothing is drawn where the project is 面授', async () => {
  await open({ isOnline: false });
  expect(document.querySelector('.online-classes')).toBeNull();
});

test('shows how far the learners are', async () => {
  await open({ isSet: true });
  expect(screen.getByText(/应看45分钟.*随机提问3次.*12人在学，其中5人已学完/)).toBeTruthy();
});

test('sets a course, by its own hours unless others are wanted', async () => {
  const sent = await open();
  await click('设置');
  fireEvent.change(screen.getByLabelText('视频地址'), { target: { value: SET.videoUrl } });
  await click('保存');
  expect(put(sent)).toMatchObject([
    { body: { videoUrl: SET.videoUrl, requiredSeconds: (COURSE?.minutes ?? 0) * 60 } },
  ]);
  expect(screen.getByText(/还没有人学习/)).toBeTruthy();
});

test('a refused address is told at its field', async () => {
  const words = '请填写以 https:// 开头的视频地址';
  const body = { code: 'INVALID_INPUT', message: words, field: 'videoUrl', requestId: 'r1' };
  await open({ refused: { status: 400, body } });
  await click('设置');
  fireEvent.change(screen.getByLabelText('视频地址'), { target: { value: 'http://a' } });
  await click('保存');
  expect(await screen.findByText(words, { selector: '.ant-form-item-explain-error' })).toBeTruthy();
});

test('taking it away is asked about first', async () => {
  const sent = await open({ isSet: true });
  await click('修改');
  await click('取消线上学习');
  expect(put(sent)).toEqual([]);
  fireEvent.click(screen.getAllByRole('button', { name: '取消线上学习' }).at(-1) as HTMLElement);
  await settle();
  expect(put(sent)).toMatchObject([{ body: { videoUrl: '' } }]);
});
