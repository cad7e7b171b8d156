import { fireEvent, screen } from '@testing-library/react';
import { LEARNER } from '@/testing/fakeServer';
import {
  agree,
  box,
  fillBasics,
  fillContact,
  openPage,
  serve,
  tap,
  tapId,
  ticks,
  type,
} from '@/testing/register';
import { openedWith, resetTaro } from '@/testing/taro';

beforeEach(() => {
  resetTaro();
  openedWith({});
});

async function openWork() {
  await openPage();
  await agree();
  await tapId('step-work');
  await tap('选择现在工作的单位');
}

test('a unit that is not there is asked for down to its county, and goes out with the registration', async () => {
  const waiting = {
    ...LEARNER,
    unit: null,
    approval: { ...LEARNER.approval, state: 'draft' as const },
  };
  const register = jest.fn(() => waiting);
  serve(null, { register });
  await openPage();
  await agree();
  await fillBasics();
  await fillContact();
  await tapId('step-work');
  await tap('选择现在工作的单位');
  await tapId('unit-missing');
  type('request-name', '新城');
  await tapId('unit-request-done');
  expect(screen.getByText('请填写单位全称，与公章一致')).toBeTruthy();
  expect(screen.getByText('请选择到区县')).toBeTruthy();
  type('request-name', '宜章县新城医院');
  for (const region of ['湖南省', '郴州市', '宜章县']) {
    await screen.findByText(region);
    await tap(region);
  }
  await tapId('unit-request-done');
  expect(screen.getByText('申请新增 · 湖南省 郴州市 宜章县')).toBeTruthy();
  await tap('选择现有职称');
  await tap('护士');
  expect(ticks()).toContain('工作信息');
  await tap('提交单位审核');
  expect(register).toHaveBeenCalledWith(
    expect.objectContaining({
      unitRequest: { name: '宜章县新城医院', regionCode: '431022', note: '' },
    }),
  );
});

test('a search without a hit still leads to asking for the unit, with what was typed', async () => {
  serve(null);
  await openWork();
  fireEvent.change(document.querySelector('#unit-q') as HTMLInputElement, { target: { value: '没有' } });
  await screen.findByText('没有找到“没有”');
  await tapId('unit-missing');
  expect(box('request-name').value).toBe('没有');
});

test("a department is taken out of the unit's list or typed", async () => {
  serve(null);
  await openWork();
  fireEvent.change(document.querySelector('#unit-q') as HTMLInputElement, { target: { value: '岩泉' } });
  await screen.findByText(/岩泉镇中心卫生院（/);
  await tap(/岩泉镇中心卫生院（/);
  await screen.findByText('从列表选择');
  await tap('从列表选择');
  await tap('心内科');
  expect(box('department').value).toBe('心内科');
  type('department', '心内二科');
  expect(box('department').value).toBe('心内二科');
});
