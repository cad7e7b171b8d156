import type { Receipt } from '@common/contract/checkIns';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import type { KeptClaim } from '@/services/keptClaim';
import { open } from '@/services/navigate';
import { claimWords } from '@/services/words';
import { KeptTime } from './keptTime';
import { Middle } from './middle';
import type { CheckInRun } from './useCheckIn';

interface UnregisteredViewProps {
  kept: KeptClaim;
  /** The server keeps the scan until the registration is approved. */
  held: Receipt['held'];
  run: CheckInRun;
}

/** The scan is safe and the person is not known yet: register, or fill in the form where the venue has one. */
export function UnregisteredView({ kept, held, run }: UnregisteredViewProps) {
  const { hasWalkInForm, claimId } = kept.claim;
  const register = async () => {
    if (hasWalkInForm && !held) {
      // Not the form: the server is asked to keep the scan for the account.
      await run.start({ kept, wantsAccount: true });
    }
    await open('register');
  };
  return (
    <Middle
      id="check-in-unregistered"
      icon="person"
      tone="brand"
      title={hasWalkInForm ? '扫码成功，请登记' : '扫码成功，请先注册'}
    >
      <View className="check-in__detail">{claimWords(kept.claim)}</View>
      {held ? (
        <View className="check-in__kept" id="check-in-held-words">
          {held.words}
        </View>
      ) : (
        <KeptTime until={kept.until} />
      )}
      <View className="check-in__steps">
        {hasWalkInForm ? (
          <Button id="check-in-form" onPress={() => open('walkIn', { claim: claimId })}>
            填写现场登记表
          </Button>
        ) : null}
        <View className={hasWalkInForm ? 'gap-m' : undefined}>
          <Button id="check-in-register" kind={hasWalkInForm ? 'secondary' : 'primary'} onPress={register}>
            去注册
          </Button>
        </View>
        <View className="gap-s">
          <Button kind="quiet" onPress={() => open('signIn')}>
            已有账号，用户名登录
          </Button>
        </View>
      </View>
    </Middle>
  );
}
