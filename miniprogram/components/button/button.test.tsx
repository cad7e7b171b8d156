import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { resetTaro } from '@/testing/taro';
import { Button } from './button';

beforeEach(resetTaro);

test('a double tap sends once, and the next tap again', async () => {
  let finish: () => void = () => undefined;
  const send = jest.fn(
    () =>
      new Promise<void>((resolve) => {
        finish = resolve;
      }),
  );
  render(<Button onPress={send}>提交</Button>);
  const button = screen.getByRole('button');
  fireEvent.click(button);
  fireEvent.click(button);
  expect(send).toHaveBeenCalledTimes(1);
  expect(button.className).toContain('button--busy');
  await act(async () => finish());
  expect(button.className).not.toContain('button--busy');
  fireEvent.click(button);
  expect(send).toHaveBeenCalledTimes(2);
  await act(async () => finish());
});

test('a failure is told in words and the button works again', async () => {
  const send = jest.fn().mockRejectedValue(new TypeError('undefined is not a function'));
  render(<Button onPress={send}>提交</Button>);
  await act(async () => void fireEvent.click(screen.getByRole('button')));
  expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: '操作没有成功，请稍后再试' }));
  await act(async () => void fireEvent.click(screen.getByRole('button')));
  expect(send).toHaveBeenCalledTimes(2);
});

test('a disabled button does nothing', () => {
  const send = jest.fn();
  render(
    <Button disabled onPress={send}>
      提交
    </Button>,
  );
  fireEvent.click(screen.getByRole('button'));
  expect(send).not.toHaveBeenCalled();
});
