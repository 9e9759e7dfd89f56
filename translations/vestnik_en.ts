<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>vestnik::AddChannelsDialog</name>
    <message numerus="yes">
        <source>%n new</source>
        <comment>pasted names</comment>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already in the list</source>
        <comment>pasted names</comment>
        <translation>
            <numerusform>%n already in the list</numerusform>
            <numerusform>%n already in the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n twice</source>
        <comment>pasted names</comment>
        <translation>
            <numerusform>%n duplicate</numerusform>
            <numerusform>%n duplicates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n private</source>
        <comment>pasted names</comment>
        <translation>
            <numerusform>%n private</numerusform>
            <numerusform>%n private</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not a channel name</source>
        <comment>pasted names</comment>
        <translation>
            <numerusform>%n not a channel name</numerusform>
            <numerusform>%n not channel names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n channels</source>
        <translation>
            <numerusform>Add %n channel</numerusform>
            <numerusform>Add %n channels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::AttentionCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>things that need attention</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::ChannelActions</name>
    <message numerus="yes">
        <source>At most %n channels at once.</source>
        <translation>
            <numerusform>At most %n channel at once.</numerusform>
            <numerusform>At most %n channels at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::ChannelCommands</name>
    <message numerus="yes">
        <source>%n channels added.</source>
        <translation>
            <numerusform>%n channel added.</numerusform>
            <numerusform>%n channels added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channels activated.</source>
        <translation>
            <numerusform>%n channel activated.</numerusform>
            <numerusform>%n channels activated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channels paused.</source>
        <translation>
            <numerusform>%n channel paused.</numerusform>
            <numerusform>%n channels paused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Folder for %n channels (empty: none):</source>
        <translation>
            <numerusform>&amp;Folder for %n channel (empty: none):</numerusform>
            <numerusform>&amp;Folder for %n channels (empty: none):</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channels taken out of their folder.</source>
        <translation>
            <numerusform>%n channel taken out of its folder.</numerusform>
            <numerusform>%n channels taken out of their folders.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channels moved to “%1”.</source>
        <translation>
            <numerusform>%n channel moved to “%1”.</numerusform>
            <numerusform>%n channels moved to “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channels copied.</source>
        <translation>
            <numerusform>%n channel copied.</numerusform>
            <numerusform>%n channels copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n channels</source>
        <translation>
            <numerusform>Export %n channel</numerusform>
            <numerusform>Export %n channels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channels written to %1.</source>
        <translation>
            <numerusform>%n channel written to %1.</numerusform>
            <numerusform>%n channels written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channels removed.</source>
        <translation>
            <numerusform>%n channel removed.</numerusform>
            <numerusform>%n channels removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::ChannelDetails</name>
    <message numerus="yes">
        <source>%n channels selected</source>
        <translation>
            <numerusform>%n channel selected</numerusform>
            <numerusform>%n channels selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are failing.</source>
        <translation>
            <numerusform>%n of them is failing.</numerusform>
            <numerusform>%n of them are failing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %n older messages are not read</source>
        <translation>
            <numerusform>Up to %n older message is not read</numerusform>
            <numerusform>Up to %n older messages are not read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::ChannelList</name>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n channel</numerusform>
            <numerusform>%n channels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shown</source>
        <comment>channels</comment>
        <translation>
            <numerusform>%n shown</numerusform>
            <numerusform>%n shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>channels</comment>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::DiagnosticsPage</name>
    <message numerus="yes">
        <source>%n requests wait.</source>
        <translation>
            <numerusform>%n request is waiting.</numerusform>
            <numerusform>%n requests are waiting.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::ExportDialog</name>
    <message numerus="yes">
        <source>The %Ln selected posts</source>
        <translation>
            <numerusform>The %Ln selected post</numerusform>
            <numerusform>The %Ln selected posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::HistoryDialog</name>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n channel</numerusform>
            <numerusform>%n channels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::HoursChart</name>
    <message numerus="yes">
        <source>At most %n posts in an hour</source>
        <translation>
            <numerusform>At most %n post in an hour</numerusform>
            <numerusform>At most %n posts in an hour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1–%2: %n posts</source>
        <translation>
            <numerusform>%1–%2: %n post</numerusform>
            <numerusform>%1–%2: %n posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::InfoBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::LogPage</name>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n lines</source>
        <translation>
            <numerusform>%1 of %n line</numerusform>
            <numerusform>%1 of %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::LoopsModel</name>
    <message numerus="yes">
        <source>%n objects on a wrong thread</source>
        <translation>
            <numerusform>%n object on a wrong thread</numerusform>
            <numerusform>%n objects on a wrong thread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::NumbersCard</name>
    <message numerus="yes">
        <source>%n posts</source>
        <translation>
            <numerusform>%n post</numerusform>
            <numerusform>%n posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::PostCommands</name>
    <message numerus="yes">
        <source>%n posts marked as read.</source>
        <translation>
            <numerusform>%n post marked as read.</numerusform>
            <numerusform>%n posts marked as read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n posts marked as unread.</source>
        <translation>
            <numerusform>%n post marked as unread.</numerusform>
            <numerusform>%n posts marked as unread.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n posts starred.</source>
        <translation>
            <numerusform>%n post starred.</numerusform>
            <numerusform>%n posts starred.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Star removed from %n posts.</source>
        <translation>
            <numerusform>Star removed from %n post.</numerusform>
            <numerusform>Star removed from %n posts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n posts tagged.</source>
        <translation>
            <numerusform>%n post tagged.</numerusform>
            <numerusform>%n posts tagged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag “%1” taken off %n posts.</source>
        <translation>
            <numerusform>Tag “%1” taken off %n post.</numerusform>
            <numerusform>Tag “%1” taken off %n posts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n links copied.</source>
        <translation>
            <numerusform>%n link copied.</numerusform>
            <numerusform>%n links copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows copied.</source>
        <translation>
            <numerusform>%n row copied.</numerusform>
            <numerusform>%n rows copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::PostHtml</name>
    <message numerus="yes">
        <source>album of %n messages</source>
        <translation>
            <numerusform>album of %n message</numerusform>
            <numerusform>album of %n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::PostList</name>
    <message numerus="yes">
        <source>%n new posts</source>
        <translation>
            <numerusform>%n new post</numerusform>
            <numerusform>%n new posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::PostReader</name>
    <message numerus="yes">
        <source>%n found</source>
        <comment>words in the post</comment>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::PostTags</name>
    <message numerus="yes">
        <source>Tag for %n posts</source>
        <translation>
            <numerusform>Tag for %n post</numerusform>
            <numerusform>Tag for %n posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::PostsPage</name>
    <message numerus="yes">
        <source>%1 posts are still being indexed; they are searched too.</source>
        <translation>
            <numerusform>%1 post is still being indexed; it is searched too.</numerusform>
            <numerusform>%1 posts are still being indexed; they are searched too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::RetentionCard</name>
    <message numerus="yes">
        <source>in %n channels</source>
        <comment>posts in channels</comment>
        <translation>
            <numerusform>in %n channel</numerusform>
            <numerusform>in %n channels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them have a note or a tag.</source>
        <comment>posts</comment>
        <translation>
            <numerusform>%Ln of them has a note or a tag.</numerusform>
            <numerusform>%Ln of them have a note or a tag.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln posts</source>
        <translation>
            <numerusform>Remove %Ln post</numerusform>
            <numerusform>Remove %Ln posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::RuleTexts</name>
    <message numerus="yes">
        <source>%n days</source>
        <comment>how long posts are kept</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Posts older than %n days are removed.</source>
        <translation>
            <numerusform>Posts older than %n day are removed.</numerusform>
            <numerusform>Posts older than %n days are removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Posts older than %n days are removed, and all but the newest %1 of each channel.</source>
        <translation>
            <numerusform>Posts older than %n day are removed, and all but the newest %1 of each channel.</numerusform>
            <numerusform>Posts older than %n days are removed, and all but the newest %1 of each channel.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::SchedulerCard</name>
    <message numerus="yes">
        <source>%n channels are active.</source>
        <translation>
            <numerusform>%n channel is active.</numerusform>
            <numerusform>%n channels are active.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n posts added</source>
        <translation>
            <numerusform>%n post added</numerusform>
            <numerusform>%n posts added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>channels</comment>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::SearchBar</name>
    <message numerus="yes">
        <source>%1+ posts</source>
        <comment>more than so many</comment>
        <translation>
            <numerusform>%1+ posts</numerusform>
            <numerusform>%1+ posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 posts</source>
        <comment>number found</comment>
        <translation>
            <numerusform>%1 post</numerusform>
            <numerusform>%1 posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::SettingsPage</name>
    <message numerus="yes">
        <source>%n settings were reset.</source>
        <translation>
            <numerusform>%n setting was reset.</numerusform>
            <numerusform>%n settings were reset.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::SizeList</name>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n channel</numerusform>
            <numerusform>%n channels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shown</source>
        <comment>channels</comment>
        <translation>
            <numerusform>%n shown</numerusform>
            <numerusform>%n shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>channels</comment>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::StatusLine</name>
    <message numerus="yes">
        <source>%n posts</source>
        <translation>
            <numerusform>%n post</numerusform>
            <numerusform>%n posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n channel</numerusform>
            <numerusform>%n channels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <comment>channels</comment>
        <translation>
            <numerusform>%n failing</numerusform>
            <numerusform>%n failing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::StoragePage</name>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n channel</numerusform>
            <numerusform>%n channels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rule of %n channels was changed.</source>
        <translation>
            <numerusform>The rule of %n channel was changed.</numerusform>
            <numerusform>The rule of %n channels was changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::TaskLine</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vestnik::TaskTexts</name>
    <message numerus="yes">
        <source>%Ln posts</source>
        <translation>
            <numerusform>%Ln post</numerusform>
            <numerusform>%Ln posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln posts</source>
        <translation>
            <numerusform>%1 of %Ln post</numerusform>
            <numerusform>%1 of %Ln posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln posts were exported to %1.</source>
        <translation>
            <numerusform>%Ln post was exported to %1.</numerusform>
            <numerusform>%Ln posts were exported to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new posts were taken over from %1.</source>
        <translation>
            <numerusform>%Ln new post was taken over from %1.</numerusform>
            <numerusform>%Ln new posts were taken over from %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were there already.</source>
        <comment>posts</comment>
        <translation>
            <numerusform>%Ln was there already.</numerusform>
            <numerusform>%Ln were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines could not be read.</source>
        <translation>
            <numerusform>%Ln line could not be read.</numerusform>
            <numerusform>%Ln lines could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln posts would be removed.</source>
        <translation>
            <numerusform>%Ln post would be removed.</numerusform>
            <numerusform>%Ln posts would be removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln posts were removed.</source>
        <translation>
            <numerusform>%Ln post was removed.</numerusform>
            <numerusform>%Ln posts were removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problems were found in the database.</source>
        <translation>
            <numerusform>%Ln problem was found in the database.</numerusform>
            <numerusform>%Ln problems were found in the database.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries were put right.</source>
        <translation>
            <numerusform>%Ln entry was put right.</numerusform>
            <numerusform>%Ln entries were put right.</numerusform>
        </translation>
    </message>
</context>
</TS>
