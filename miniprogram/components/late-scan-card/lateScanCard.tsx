import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { useLateScans } from '@/hooks/useLateScans';
import { useSession } from '@/hooks/useSession';
import { ask } from '@/services/feedback';
import type { LateScan } from '@/services/lateScan';
import { lateScans } from '@/services/lateScans';
import { open } from '@/services/navigate';
import { LateScanLines } from './lateScanLines';

/** The scans that this phone keeps for whoever is here: what waits, and how the others ended. Nothing where there are none. */
export function LateScanCard() {
  const { items, isSending } = useLateScans();
  const { status } = useSession();
  const owner = lateScans.owner();
  const mine = items.filter((scan) => (scan.owner ?? owner) === owner && !lateScans.isBusy(scan.key));
  const others = items.filter((scan) => (scan.owner ?? owner) !== owner && scan.state === 'waiting');
  if (mine.length === 0 && others.length === 0) {
    return null;
  }
  const isWaiting = mine.some(({ state }) => state === 'waiting');
  return (
    <Card title="未联网时的扫码" id="late-scans">
      {mine.map((scan) => (
        <View key={scan.key} className="late">
          <LateScanLines scan={scan} isSending={isSending} />
          <View className="late__steps">
            <Steps scan={scan} />
          </View>
        </View>
      ))}
      {others.length > 0 ? (
        <View className="late t-small">
          这部手机还保存着其他人员的 {others.length} 次扫码，须由本人登录后补传
        </View>
      ) : null}
      {isWaiting ? (
        <View className="gap-m">
          {status === 'signedOut' ? (
            <Button kind="secondary" onPress={() => open('signIn')}>
              登录后补传
            </Button>
          ) : (
            <Button id="send-late" kind="secondary" onPress={() => lateScans.send()}>
              立即补传
            </Button>
          )}
        </View>
      ) : null}
    </Card>
  );
}

/** What can be done about one: it goes away only with the person's knowledge. */
function Steps({ scan }: { scan: LateScan }) {
  const drop = () => lateScans.drop(scan.key);
  const giveUp = async () => {
    if (await ask('不再补传', '这次扫码将被删除，不会记为签到。', '删除')) {
      drop();
    }
  };
  if (scan.state === 'waiting') {
    return (
      <Button kind="quiet" size="small" inline onPress={giveUp}>
        不再补传
      </Button>
    );
  }
  return (
    <>
      {scan.canRetry ? (
        <Button size="small" inline onPress={() => lateScans.retry(scan.key)}>
          再次补传
        </Button>
      ) : null}
      <Button kind="quiet" size="small" inline onPress={scan.canRetry ? giveUp : drop}>
        {scan.canRetry ? '不再补传' : '知道了'}
      </Button>
    </>
  );
}
