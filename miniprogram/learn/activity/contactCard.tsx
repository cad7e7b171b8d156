import type { OpenActivityView } from '@common/contract/enrolments';
import Taro from '@tarojs/taro';
import { Card } from '@/components/card/card';
import { ListRow } from '@/components/list-row/listRow';

/** Whom to ask; a tap calls. */
export function ContactCard({ activity }: { activity: OpenActivityView }) {
  const { contact, contactPhone, unitName } = activity;
  if (!contact && !contactPhone) {
    return null;
  }
  const call = async () => {
    // WeChat reports going back from its question as a failure.
    await Taro.makePhoneCall({ phoneNumber: contactPhone }).catch(() => undefined);
  };
  return (
    <Card className="activity__contact">
      <ListRow
        id="call-contact"
        icon="phone"
        title={`联系人：${contact || unitName}`}
        detail={contactPhone}
        {...(contactPhone ? { onPress: call, value: '拨打' } : {})}
      />
    </Card>
  );
}
