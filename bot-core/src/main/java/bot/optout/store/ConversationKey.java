package bot.optout.store;

import java.util.Objects;

/** What a state belongs to: a person within a chat. {@code toString} hides the ids. */
public record ConversationKey(String platform, String tenant, String chat, String person) {
  public ConversationKey {
    Objects.requireNonNull(platform);
    Objects.requireNonNull(tenant);
    Objects.requireNonNull(chat);
    Objects.requireNonNull(person);
  }

  public PersonKey personKey() {
    return new PersonKey(platform, tenant, person);
  }

  public TenantKey tenantKey() {
    return new TenantKey(platform, tenant);
  }

  @Override
  public String toString() {
    return "ConversationKey[" + platform + "]";
  }
}
