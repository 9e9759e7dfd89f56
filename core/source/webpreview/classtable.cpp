// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/source/webpreview/classtable.h"

#include <array>
#include <cstddef>
#include <utility>

namespace vestnik {
namespace {

template<typename Value>
struct Name {
    std::string_view text;
    Value value;
};

constexpr Name<Cls> classNames[] = {
    {"tgme_widget_message_wrap", Cls::MessageWrap},
    {"tgme_widget_message", Cls::Message},
    {"service_message", Cls::ServiceMessage},
    {"tgme_widget_message_owner_name", Cls::OwnerName},
    {"tgme_widget_message_user_photo", Cls::UserPhoto},
    {"tgme_widget_message_author_name", Cls::AuthorName},
    {"tgme_widget_message_via_bot", Cls::ViaBot},
    {"tgme_widget_message_forwarded_from_name", Cls::ForwardName},
    {"tgme_widget_message_forwarded_from_author", Cls::ForwardAuthor},
    {"tgme_widget_message_reply", Cls::Reply},
    {"js-message_reply_text", Cls::ReplyText},
    {"tgme_widget_message_text", Cls::MessageText},
    {"js-message_text", Cls::JsMessageText},
    {"tgme_widget_service_strong_text", Cls::ServiceStrong},
    {"media_supported_cont", Cls::SupportedCont},
    {"media_not_supported_cont", Cls::NotSupportedCont},
    {"message_media_not_supported", Cls::NotSupported},
    {"message_media_not_supported_label", Cls::NotSupportedLabel},
    {"tgme_widget_message_grouped_wrap", Cls::Grouped},
    {"grouped_media_wrap", Cls::GroupedMedia},
    {"tgme_widget_message_photo_wrap", Cls::PhotoWrap},
    {"tgme_widget_message_photo", Cls::Photo},
    {"tgme_widget_message_video_player", Cls::VideoPlayer},
    {"not_supported", Cls::VideoTooBig},
    {"tgme_widget_message_video_thumb", Cls::VideoThumb},
    {"tgme_widget_message_video_wrap", Cls::VideoWrap},
    {"message_video_play", Cls::VideoPlay},
    {"message_video_duration", Cls::VideoDuration},
    {"tgme_widget_message_roundvideo_player", Cls::RoundPlayer},
    {"tgme_widget_message_roundvideo_thumb", Cls::RoundThumb},
    {"tgme_widget_message_roundvideo_duration", Cls::RoundDuration},
    {"tgme_widget_message_voice_player", Cls::VoicePlayer},
    {"tgme_widget_message_voice", Cls::Voice},
    {"tgme_widget_message_voice_duration", Cls::VoiceDuration},
    {"tgme_widget_message_document_wrap", Cls::DocumentWrap},
    {"tgme_widget_message_document_icon", Cls::DocumentIcon},
    {"audio", Cls::DocumentAudio},
    {"tgme_widget_message_document_title", Cls::DocumentTitle},
    {"tgme_widget_message_document_extra", Cls::DocumentExtra},
    {"tgme_widget_message_sticker_wrap", Cls::StickerWrap},
    {"tgme_widget_message_sticker", Cls::Sticker},
    {"tgme_widget_message_tgsticker", Cls::AnimatedSticker},
    {"tgme_widget_message_videosticker", Cls::VideoSticker},
    {"tgme_widget_message_location_wrap", Cls::LocationWrap},
    {"tgme_widget_message_location", Cls::Location},
    {"tgme_widget_message_contact", Cls::Contact},
    {"tgme_widget_message_contact_wrap", Cls::ContactWrap},
    {"tgme_widget_message_contact_name", Cls::ContactName},
    {"tgme_widget_message_contact_phone", Cls::ContactPhone},
    {"tgme_widget_message_poll", Cls::Poll},
    {"tgme_widget_message_poll_question", Cls::PollQuestion},
    {"tgme_widget_message_poll_type", Cls::PollType},
    {"tgme_widget_message_poll_option", Cls::PollOption},
    {"tgme_widget_message_poll_option_percent", Cls::PollPercent},
    {"tgme_widget_message_poll_option_text", Cls::PollText},
    {"tgme_widget_message_poll_votes", Cls::PollVotes},
    {"tgme_widget_message_service_photo", Cls::ServicePhoto},
    {"tgme_widget_message_link_preview", Cls::LinkPreview},
    {"link_preview_site_name", Cls::PreviewSite},
    {"link_preview_title", Cls::PreviewTitle},
    {"link_preview_description", Cls::PreviewDescription},
    {"link_preview_image", Cls::PreviewImage},
    {"link_preview_right_image", Cls::PreviewRightImage},
    {"tgme_reaction", Cls::Reaction},
    {"tgme_reaction_paid", Cls::ReactionPaid},
    {"tgme_widget_message_voters", Cls::Voters},
    {"tgme_widget_message_views", Cls::Views},
    {"tgme_widget_message_from_author", Cls::FromAuthor},
    {"tgme_widget_message_meta", Cls::Meta},
    {"tgme_widget_message_date", Cls::Date},
    {"tgme_widget_message_inline_row", Cls::InlineRow},
    {"tgme_widget_message_inline_button", Cls::InlineButton},
    {"emoji", Cls::Emoji},
    {"tg-spoiler", Cls::SpoilerText},
    {"js-messages_more", Cls::MessagesMore},
    {"tme_no_messages_found", Cls::NoMessages},
    {"tgme_widget_message_error", Cls::MessageError},
    {"tgme_channel_history", Cls::History},
    {"tgme_main", Cls::Main},
    {"tgme_channel_info", Cls::ChannelInfo},
    {"tgme_channel_info_header_title", Cls::HeaderTitle},
    {"tgme_channel_info_header_username", Cls::HeaderUsername},
    {"tgme_channel_info_description", Cls::HeaderDescription},
    {"tgme_channel_info_counter", Cls::InfoCounter},
    {"counter_value", Cls::CounterValue},
    {"counter_type", Cls::CounterType},
    {"tgme_page_photo_image", Cls::PagePhoto},
    {"verified-icon", Cls::Verified},
    {"tgme_page", Cls::Page},
    {"tgme_page_title", Cls::PageTitle},
    {"tgme_page_extra", Cls::PageExtra},
    {"tgme_page_description", Cls::PageDescription},
    {"tgme_page_additional", Cls::PageAdditional},
    {"tgme_action_button_new", Cls::PageAction},
    {"tgme_page_context_link", Cls::PageContextLink},
    {"tgme_page_widget", Cls::PageWidget},
    {"tgme_username_link", Cls::UsernameLink},
    {"tgme_widget_message_user", Cls::Ignored},
    {"tgme_widget_message_bubble", Cls::Ignored},
    {"tgme_widget_message_bubble_tail", Cls::Ignored},
    {"tgme_widget_message_bubble_logo", Cls::Ignored},
    {"tgme_widget_message_author", Cls::Ignored},
    {"tgme_widget_message_forwarded_from", Cls::Ignored},
    {"tgme_widget_message_metatext", Cls::Ignored},
    {"tgme_widget_message_reply_thumb", Cls::Ignored},
    {"tgme_widget_message_grouped", Cls::Ignored},
    {"tgme_widget_message_grouped_layer", Cls::Ignored},
    {"tgme_widget_message_video", Cls::Ignored},
    {"tgme_widget_message_roundvideo", Cls::Ignored},
    {"tgme_widget_message_roundvideo_wrap", Cls::Ignored},
    {"tgme_widget_message_roundvideo_muted", Cls::Ignored},
    {"tgme_widget_message_roundvideo_border", Cls::Ignored},
    {"tgme_widget_message_roundvideo_play", Cls::Ignored},
    {"tgme_widget_message_roundvideo_progress", Cls::Ignored},
    {"tgme_widget_message_roundvideo_progress_wrap", Cls::Ignored},
    {"tgme_widget_message_voice_play", Cls::Ignored},
    {"tgme_widget_message_voice_wrap", Cls::Ignored},
    {"tgme_widget_message_voice_progress", Cls::Ignored},
    {"tgme_widget_message_voice_progress_wrap", Cls::Ignored},
    {"tgme_widget_message_voice_progress_bg", Cls::Ignored},
    {"tgme_widget_message_document", Cls::Ignored},
    {"tgme_widget_message_poll_options", Cls::Ignored},
    {"tgme_widget_message_poll_option_value", Cls::Ignored},
    {"tgme_widget_message_poll_option_bar", Cls::Ignored},
    {"tgme_widget_message_poll_option_radio", Cls::Ignored},
    {"tgme_widget_message_poll_option_radio_item", Cls::Ignored},
    {"tgme_widget_message_reactions", Cls::Barrier},
    {"tgme_widget_message_footer", Cls::Barrier},
    {"tgme_widget_message_info", Cls::Barrier},
    {"tgme_widget_message_link", Cls::Ignored},
    {"tgme_widget_message_inline_keyboard", Cls::Barrier},
    {"tgme_widget_message_inline_button_text", Cls::Ignored},
    {"tgme_widget_message_centered", Cls::Ignored},
    {"tgme_widget_message_error_wrap", Cls::Ignored},
};

constexpr Name<Tag> tagNames[] = {
    {"a", Tag::A},
    {"audio", Tag::Audio},
    {"b", Tag::B},
    {"strong", Tag::B},
    {"blockquote", Tag::Blockquote},
    {"body", Tag::Body},
    {"br", Tag::Br},
    {"code", Tag::Code},
    {"tg-emoji", Tag::CustomEmoji},
    {"i", Tag::I},
    {"em", Tag::I},
    {"img", Tag::Img},
    {"link", Tag::Link},
    {"meta", Tag::Meta},
    {"pre", Tag::Pre},
    {"s", Tag::S},
    {"strike", Tag::S},
    {"del", Tag::S},
    {"script", Tag::Script},
    {"source", Tag::Source},
    {"span", Tag::Span},
    {"tg-spoiler", Tag::Spoiler},
    {"style", Tag::Style},
    {"svg", Tag::Svg},
    {"title", Tag::Title},
    {"u", Tag::U},
    {"ins", Tag::U},
    {"video", Tag::Video},
    {"div", Tag::Plain},
    {"p", Tag::Plain},
    {"wbr", Tag::Plain},
    {"mark", Tag::Plain},
    {"time", Tag::Time},
};

/// Class names share long beginnings, so the end of a name and its length tell it best.
constexpr std::size_t hashOf(std::string_view text)
{
    std::uint32_t hash = static_cast<std::uint32_t>(text.size()) * 0x9E3779B1u;
    const std::size_t start = text.size() > 8 ? text.size() - 8 : 0;
    for (std::size_t i = start; i < text.size(); ++i) {
        hash = (hash ^ static_cast<unsigned char>(text[i])) * 16777619u;
    }
    return hash ^ (hash >> 15);
}

/// Open addressing, filled by the compiler. `Slots` is a power of two, well above the number of names.
template<typename Value, std::size_t Slots>
class NameTable final {
public:
    template<std::size_t Size>
    explicit constexpr NameTable(const Name<Value> (&names)[Size])
    {
        static_assert(Size * 2 <= Slots);
        for (const Name<Value> &name : names) {
            std::size_t slot = hashOf(name.text) % Slots;
            while (!m_slots[slot].text.empty()) {
                slot = (slot + 1) % Slots;
            }
            m_slots[slot] = name;
        }
    }

    [[nodiscard]] Value find(std::string_view text) const
    {
        std::size_t slot = hashOf(text) % Slots;
        while (!m_slots[slot].text.empty()) {
            if (m_slots[slot].text == text) {
                return m_slots[slot].value;
            }
            slot = (slot + 1) % Slots;
        }
        return Value{};
    }

private:
    std::array<Name<Value>, Slots> m_slots{};
};

constexpr NameTable<Cls, 512> classes(classNames);
constexpr NameTable<Tag, 128> tags(tagNames);

} // namespace

Cls classOf(std::string_view token)
{
    return classes.find(token);
}

Tag tagOf(std::string_view lowerCaseName)
{
    return tags.find(lowerCaseName);
}

bool isMessageMarkup(std::string_view token)
{
    return token.substr(0, 12) == "tgme_widget_" || token.substr(0, 14) == "tgme_reaction_"
        || token.substr(0, 13) == "link_preview_";
}

} // namespace vestnik
