import type { Receipt } from '@common/contract/checkIns';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { open, replaceWith } from '@/services/navigate';
import { DoneView } from '../parts/doneView';

interface SignedInProps {
  receipt: Receipt;
  /** This WeChat has no account yet. */
  isStranger: boolean;
}

/** 您的信息注册成功 (manual 002 §2.1), and what is still needed for credits. */
export function SignedIn({ receipt, isStranger }: SignedInProps) {
  const { held, repeated } = receipt;
  const canRegister = held !== null && isStranger;
  return (
    <DoneView receipt={receipt} title={repeated ? '已签到' : '登记成功，已签到'}>
      {held ? (
        <Notice id="walk-in-held" tone="waiting">
          {held.words}
        </Notice>
      ) : null}
      {canRegister ? (
        <View className="gap-m">
          <Button id="walk-in-register" onPress={() => replaceWith('register')}>
            去注册，登记的内容不用重填
          </Button>
        </View>
      ) : null}
      <View className="gap-m">
        <Button id="walk-in-home" kind={canRegister ? 'quiet' : 'primary'} onPress={() => open('home')}>
          完成
        </Button>
      </View>
    </DoneView>
  );
}
