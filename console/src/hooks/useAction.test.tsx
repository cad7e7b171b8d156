import { ApiError } from '@common/contract/errors';
import { act, fireEvent, screen } from '@testing-library/react';
import { draw } from '../../testing/render';
import { useAction } from './useAction';

interface Props {
  work: () => Promise<void>;
  onError?: (error: ApiError) => boolean;
}

function Sender({ work, onError }: Props) {
  const send = useAction(work, onError);
  return (
    <button type="button" onClick={() => send.run()}>
      {send.busy ? '正在发送' : '发送'}
    </button>
  );
}
const click = () => fireEvent.click(screen.getByRole('button'));

test('a double click sends once, and the button works again after', async () => {
  const ends: (() => void)[] = [];
  const work = jest.fn(() => new Promise<void>((resolve) => ends.push(resolve)));
  draw(<Sender work={work} />);
  click();
  click();
  expect(work).toHaveBeenCalledTimes(1);
  expect(screen.getByRole('button').textContent).toBe('正在发送');
  await act(async () => ends[0]?.());
  expect(screen.getByRole('button').textContent).toBe('发送');
  click();
  expect(work).toHaveBeenCalledTimes(2);
  await act(async () => ends[1]?.());
});

test('a failure is said in the server’s words, and may be tried again', async () => {
  const work = jest.fn().mockRejectedValue(new ApiError({ code: 'NOTHING_TO_CREDIT', message: '都已授分' }));
  draw(<Sender work={work} />);
  click();
  expect(await screen.findByText('都已授分')).toBeTruthy();
  click();
  await act(async () => undefined);
  expect(work).toHaveBeenCalledTimes(2);
});

test('a page that shows the failure itself gets no message beside', async () => {
  const seen: string[] = [];
  const onError = (error: ApiError) => seen.push(error.code) > 0;
  draw(
    <Sender
      work={() => Promise.reject(new ApiError({ code: 'WRONG_PASSWORD', message: '原密码不正确' }))}
      onError={onError}
    />,
  );
  click();
  await act(async () => undefined);
  expect(seen).toEqual(['WRONG_PASSWORD']);
  expect(screen.queryByText('原密码不正确')).toBeNull();
});

test('a fault of our own is told in words too, never as its code', async () => {
  draw(<Sender work={() => Promise.reject(new TypeError('x is undefined'))} />);
  click();
  expect(await screen.findByText('页面出现故障，请刷新后重试')).toBeTruthy();
  expect(screen.queryByText(/undefined/)).toBeNull();
});
