import type { Client } from '@common/contract/client';
import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import type { AdministratorForm, Who } from './useAdministrator';

type Choice = Awaited<ReturnType<Client['administrators']['administratorChoices']>>['items'][number];

/** The administrators by name, and the way for one who is not among them. */
export function Choices({ items, form }: { items: Choice[]; form: AdministratorForm }) {
  return (
    <View className="who">
      {items.map(({ id, name, phoneMasked }) => (
        <One key={id} who={id} title={name} detail={phoneMasked} form={form} />
      ))}
      <One who="new" title="我不在上面，新增管理员" detail="填写姓名和手机号" form={form} />
    </View>
  );
}

function One({
  who,
  title,
  detail,
  form,
}: {
  who: Who;
  title: string;
  detail: string;
  form: AdministratorForm;
}) {
  const isOn = form.who === who;
  return (
    <Pressable
      id={`who-${who}`}
      className={`who__one ${isOn ? 'who__one--on' : ''}`}
      role="checkbox"
      isChecked={isOn}
      label={`${title}，${detail}`}
      onPress={() => form.choose(who)}
    >
      <View className="who__disc">{who === 'new' ? '＋' : title.slice(0, 1)}</View>
      <View className="grow">
        <View className="who__name">{title}</View>
        <View className="who__phone">{detail}</View>
      </View>
      {isOn ? <Icon name="check" size={22} color={theme.color.brand} /> : null}
    </Pressable>
  );
}
