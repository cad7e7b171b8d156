/** 消息设置: saved at each tap, in order, and taken back where it cannot be saved. */
import type { MessageChoices } from '@common/contract/messages';
import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { session } from '@/services/session';
import { fakeServer, LEARNER, meWith, Refusal, sessionOf } from '@/testing/fakeServer';
import { tapId } from '@/testing/register';
import { resetTaro } from '@/testing/taro';
import MessageSettingsPage from './index';

let kept: MessageChoices;
/** Until the server may answer a saving. */
let waitFor: () => Promise<void> = async () => undefined;

async function openPage() {
  const sent = fakeServer({
    accounts: { signInWithWechat: () => sessionOf(meWith(LEARNER)), me: () => meWith(LEARNER) },
    tasks: { mySubscriptions: () => ({ templateIds: ['S1', 'S2', 'S3'], noticeTemplateId: 'S3' }) },
    messages: {
      myMessageChoices: () => ({
        ...kept,
        channels: [
          { channel: 'subscribe', isReachable: true, words: '每允许一次，可收到一条消息' },
          { channel: 'officialAccount', isReachable: false, words: '还没有绑定公众号' },
          { channel: 'sms', isReachable: true, words: '' },
        ],
      }),
      setMyMessageChoices: async (input) => {
        await waitFor();
        kept = input;
        return input;
      },
    },
  });
  await session.start();
  await act(async () => void render(<MessageSettingsPage />));
  return () => sent.filter(({ name }) => name === 'messages.setMyMessageChoices').map(({ input }) => input);
}
const isOn = (id: string) => document.getElementById(id)?.getAttribute('aria-checked') === 'true';
const told = () => (Taro.showToast as unknown as jest.Mock).mock.calls.map(([{ title }]) => title);
const choose = (id: string, hour: number) =>
  act(
    async () =>
      void fireEvent.change(document.querySelector(`#${id} [data-picker]`) as HTMLElement, {
        target: { value: String(hour) },
      }),
  );

beforeEach(() => {
  resetTaro();
  kept = { off: [{ kind: 'course', channel: 'subscribe' }], quiet: { from: 22, to: 7 } };
  waitFor = async () => undefined;
});

test('each tap is saved; 账号安全 has no switch', async () => {
  const saved = await openPage();
  expect([isOn('course-subscribe'), isOn('course-officialAccount')]).toEqual([false, true]);
  await tapId('course-subscribe');
  await tapId('credit-officialAccount');
  expect([isOn('course-subscribe'), isOn('credit-officialAccount')]).toEqual([true, false]);
  expect(saved().map(({ off }) => off)).toEqual([[], [{ kind: 'credit', channel: 'officialAccount' }]]);
  expect(told()).toEqual(['已保存', '已保存']);
  expect(document.querySelector('#kind-account .toggle')).toBeNull();
  expect(screen.getByText('始终接收')).toBeTruthy();
});

test('a switch turns at once; two quick taps lose nothing, and one that cannot be saved turns back alone', async () => {
  const saved = await openPage();
  const go: (() => void)[] = [];
  waitFor = () =>
    new Promise((resolve, reject) => go.push(go.length ? resolve : () => reject(new Refusal('INTERNAL'))));
  await tapId('credit-subscribe');
  await tapId('notice-subscribe');
  expect([isOn('credit-subscribe'), isOn('notice-subscribe'), saved().length]).toEqual([false, false, 1]);
  await act(async () => go[0]?.());
  expect([isOn('credit-subscribe'), isOn('notice-subscribe'), saved().length]).toEqual([true, false, 2]);
  expect(told()[0]).toMatch(/^没有保存：/);
  await act(async () => go[1]?.());
  expect(kept.off).toEqual([
    { kind: 'course', channel: 'subscribe' },
    { kind: 'notice', channel: 'subscribe' },
  ]);
});

test('免打扰: off and on, its hours by the wheel, and never from an hour to itself', async () => {
  await openPage();
  expect(screen.getByText(/^22:00 至次日 07:00不发送/)).toBeTruthy();
  await choose('quiet-from', 0);
  expect(kept.quiet).toEqual({ from: 0, to: 7 });
  await choose('quiet-to', 0);
  expect(kept.quiet).toEqual({ from: 0, to: 7 });
  expect(told().at(-1)).toBe('开始和结束时间不能相同');
  await tapId('quiet-on');
  expect(kept.quiet).toBeNull();
  expect(document.getElementById('quiet-from')).toBeNull();
  await tapId('quiet-on');
  expect(kept.quiet).toEqual({ from: 22, to: 7 });
});

test('a channel that does not reach the learner shows him the way', async () => {
  await openPage();
  (Taro.requestSubscribeMessage as jest.Mock).mockResolvedValueOnce({ S1: 'reject', S3: 'accept' });
  await tapId('allow-subscribe');
  expect(Taro.requestSubscribeMessage).toHaveBeenCalledWith(
    expect.objectContaining({ tmplIds: ['S1', 'S2', 'S3'] }),
  );
  expect(told()).toEqual(['已允许，有新消息时会通知您']);
  await tapId('go-official-account');
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/profile/official-account/index' });
  expect(document.getElementById('channel-sms')).toBeNull();
});
