import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { session } from '@/services/session';
import { fakeServer, LEARNER, meWith, PROFILE, Refusal, sessionOf } from '@/testing/fakeServer';
import { box, tap, tapId, type } from '@/testing/register';
import { openedWith, picked, resetTaro } from '@/testing/taro';
import CorrectPage from './correct/index';
import CorrectionsPage from './corrections/index';
import EditPage from './edit/index';
import ProfilePage from './index/index';
import PhonePage from './phone/index';

const APPROVED = {
  ...LEARNER,
  personnelNo: '4310220019',
  approval: { ...LEARNER.approval, state: 'approved' as const },
};
const PHOTO = { photoId: 'f'.repeat(24), url: '/api/photos/T' };

type Learners = Parameters<typeof fakeServer>[0]['learners'];

async function openPage(page: React.ReactElement, learners: Learners = {}) {
  const me = meWith(APPROVED);
  const sent = fakeServer({
    accounts: {
      signInWithWechat: () => sessionOf(me),
      me: () => me,
      sendSmsCode: () => ({ ok: true, retryAfter: 60 }),
    },
    learners: {
      myProfile: () => ({ ...PROFILE, ...APPROVED }),
      saveProfile: () => ({ ...PROFILE, ...APPROVED }),
      myCorrections: () => ({ items: [] }),
      ...learners,
    },
  });
  await session.start();
  render(page);
  await act(async () => undefined);
  return sent;
}

beforeEach(() => {
  resetTaro();
  openedWith({});
});

test('my profile shows the five pages in words, never a code', async () => {
  await openPage(<ProfilePage />);
  await screen.findByText('其他');
  const text = document.body.textContent ?? '';
  for (const words of ['医通卡号 4310220019', '1990年3月7日', '性别男', '职称护士', '民族汉族', '儿科']) {
    expect(text).toContain(words);
  }
  expect(text).not.toMatch(/nurse|active|null|undefined/);
});

test('one page is changed: only its free fields are sent', async () => {
  openedWith({ page: 'contact' });
  const sent = await openPage(<EditPage />);
  await waitFor(() => expect(box('email')).toBeTruthy());
  type('email', 'a@b');
  await tapId('profile-save');
  expect(screen.getByText(/电子邮箱格式不正确/)).toBeTruthy();
  type('email', 'li@example.com');
  type('address', ' 岩泉镇 ');
  await tapId('profile-save');
  const saved = sent.find(({ name }) => name === 'learners.saveProfile');
  expect(saved?.input).toEqual({ email: 'li@example.com', address: '岩泉镇' });
});

test('an education is added, changed and removed', async () => {
  openedWith({ page: 'education' });
  const sent = await openPage(<EditPage />);
  await waitFor(() => expect(document.getElementById('education-add')).toBeTruthy());
  await tapId('education-add');
  await tapId('education-save');
  expect(screen.getByText('请填写学校')).toBeTruthy();
  type('school', '湘南学院');
  await tap('大学本科');
  fireEvent.change(box('from'), { target: { value: '2008-09' } });
  fireEvent.change(box('to'), { target: { value: '2007-06' } });
  await tapId('education-save');
  expect(screen.getByText('毕业时间不能早于入学时间')).toBeTruthy();
  fireEvent.change(box('to'), { target: { value: '2013-06' } });
  await tapId('education-save');
  expect(screen.getByText('大学本科 · 2008年09月–2013年06月')).toBeTruthy();
  await tapId('profile-save');
  const saved = sent.filter(({ name }) => name === 'learners.saveProfile');
  expect(saved[0]?.input).toEqual({
    educations: [{ school: '湘南学院', level: 'bachelor', major: '', from: '2008-09', to: '2013-06' }],
  });
  await tap('湘南学院');
  await tapId('education-remove');
  expect(screen.queryByText('湘南学院')).toBeNull();
});

test('a photo of the profile is saved by 保存照片 alone', async () => {
  openedWith({ page: 'basics' });
  picked.mockResolvedValue({
    tempFiles: [{ tempFilePath: 'wxfile://1.jpg', size: 90_000 }],
  });
  const sent = await openPage(<EditPage />, { uploadPhoto: () => PHOTO });
  await waitFor(() => expect(document.getElementById('field-photoId-choose')).toBeTruthy());
  await tapId('field-photoId-choose');
  await tapId('photo-save');
  await screen.findByText('照片已保存');
  const saved = sent.find(({ name }) => name === 'learners.saveProfile');
  expect(saved?.input).toEqual({ photoId: PHOTO.photoId });
});

test('a new phone is proved by its code; a wrong code is said at its field', async () => {
  await openPage(<PhonePage />, {
    changePhone: () => {
      throw new Refusal('SMS_CODE_INVALID', 'smsCode');
    },
  });
  await tap('改用短信验证');
  type('phone', '13900139000');
  await tap('获取验证码');
  type('smsCode', '111111');
  await tapId('phone-save');
  expect(document.querySelector('#field-smsCode .field__error')?.textContent).toMatch(/验证码不正确或已过期/);
});

test('职称变更 needs title, day and proof, and then waits for the unit', async () => {
  openedWith({ kind: 'title' });
  picked.mockResolvedValue({
    tempFiles: [{ tempFilePath: 'wxfile://1.jpg', size: 90_000 }],
  });
  const requestCorrection = jest.fn(() => ({}) as never);
  await openPage(<CorrectPage />, { uploadPhoto: () => PHOTO, requestCorrection });
  await tapId('correct-submit');
  for (const words of ['请选择新职称', '请选择取得时间', '请拍摄并保存职称证书照片']) {
    expect(screen.getByText(words)).toBeTruthy();
  }
  await tap('选择新职称');
  await tap('护师');
  fireEvent.change(box('since'), { target: { value: '2026-07-01' } });
  await tapId('field-proofId-choose');
  await tapId('correct-submit');
  expect(screen.getByText('照片还没有保存，请点“保存照片”')).toBeTruthy();
  await tapId('photo-save');
  await screen.findByText('照片已保存');
  await tapId('correct-submit');
  expect(requestCorrection).toHaveBeenCalledWith({
    kind: 'title',
    title: 'seniorNurse',
    since: '2026-07-01',
    proofId: PHOTO.photoId,
    note: '',
  });
});

test('corrections tell their state, whom they wait for, and why they were refused', async () => {
  const item = {
    id: 'a'.repeat(24),
    kind: 'title' as const,
    before: 'nurse',
    after: 'seniorNurse',
    since: '2026-07-01',
    note: '',
    proofUrl: null,
    reason: null,
    submittedAt: '2026-11-20T00:00:00.000Z',
    decidedAt: null,
  };
  await openPage(<CorrectionsPage />, {
    myCorrections: () => ({
      items: [
        { ...item, state: 'waiting' },
        {
          ...item,
          id: 'b'.repeat(24),
          kind: 'name',
          before: '李累',
          after: '李雷',
          state: 'refused',
          reason: '请附证明',
        },
      ],
    }),
  });
  await screen.findByText('护士 → 护师');
  expect(screen.getByText(/等待 宜章县第二人民医院 审核/)).toBeTruthy();
  expect(screen.getByText('未通过：请附证明')).toBeTruthy();
  // One open request of a kind at a time.
  expect((document.getElementById('ask-title') as HTMLButtonElement).disabled).toBe(true);
  expect((document.getElementById('ask-name') as HTMLButtonElement).disabled).toBe(false);
});
