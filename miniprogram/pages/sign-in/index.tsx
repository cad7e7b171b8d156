import { ApiError } from '@common/contract/errors';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { TextField } from '@/components/field/textField';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { keptClaim } from '@/services/keptClaim';
import { replaceWith, restartAt } from '@/services/navigate';
import { api, session } from '@/services/session';
import { canSignInWithWechat } from '@/services/silentSignIn';
import './index.scss';

/** 登录: by user name and password (医通卡号, 身份证号 or 单位账号), or by WeChat where that can be done. */
export default function SignInPage() {
  const isForUnit = useRouter().params.for === 'unit';
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState('');
  const [hasWechat, setHasWechat] = useState(false);

  useEffect(() => {
    if (!isForUnit) {
      void canSignInWithWechat(api.accounts).then(setHasWechat, () => undefined);
    }
  }, [isForUnit]);

  const submit = async () => {
    if (!name.trim() || !password) {
      setError(name.trim() ? '请输入密码' : '请输入用户名');
      return;
    }
    setError('');
    try {
      const me = await session.signInWithPassword(name.trim(), password);
      if (me.mustChangePassword) {
        await replaceWith('password');
      } else if (me.unit) {
        await replaceWith('adminHome');
      } else if (me.learner && keptClaim.get()) {
        await replaceWith('checkIn', { resume: '1' });
      } else {
        await restartAt('home');
      }
    } catch (failure) {
      if (!(failure instanceof ApiError)) {
        throw failure;
      }
      setError(failure.message);
    }
  };
  const withWechat = async () => {
    if (await session.signInWithWechat()) {
      await restartAt('home');
    }
  };

  return (
    <Page className="sign-in">
      <View className="sign-in__head">
        <View className="sign-in__mark">继</View>
        <View className="sign-in__title">{isForUnit ? '单位管理员登录' : '登录继教通'}</View>
        <View className="t-soft">{isForUnit ? '审核人员、查看现场签到' : '签到、查询继续医学教育学分'}</View>
      </View>
      <Card>
        <TextField
          label="用户名"
          required
          value={name}
          onChange={setName}
          placeholder={isForUnit ? '单位账号' : '医通卡号、身份证号或单位账号'}
          id="field-account"
        />
        <TextField
          label="密码"
          required
          isPassword
          value={password}
          onChange={setPassword}
          placeholder="请输入密码"
          onConfirm={submit}
          maxLength={128}
          id="field-password"
        />
        {error ? (
          <View className="sign-in__error">
            <Notice tone="act" id="sign-in-error">
              {error}
            </Notice>
          </View>
        ) : null}
        <Button id="sign-in-submit" onPress={submit}>
          登录
        </Button>
        {hasWechat ? (
          <View className="gap-m">
            <Button kind="secondary" onPress={withWechat}>
              微信登录
            </Button>
          </View>
        ) : null}
      </Card>
      <View className="sign-in__help">
        {isForUnit
          ? '忘记密码时，请联系上级卫生健康行政部门重置。'
          : '忘记密码时，在公众号中发送“kj 身份证号码”即可找回。还没有注册的学员，请在微信中打开继教通注册。'}
      </View>
    </Page>
  );
}
