<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>RunTexts</name>
    <message numerus="yes">
        <source>ran %Ln times</source>
        <comment>end of a sentence about missed runs</comment>
        <translation><numerusform>ran %Ln time</numerusform><numerusform>ran %Ln times</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Missed %Ln while asleep %1, %2.</source>
        <comment>time, what was done about it</comment>
        <translation><numerusform>Missed %Ln while asleep %1, %2.</numerusform><numerusform>Missed %Ln while asleep %1, %2.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Missed %Ln while the program was closed %1, %2.</source>
        <comment>time, what was done about it</comment>
        <translation><numerusform>Missed %Ln while the program was closed %1, %2.</numerusform><numerusform>Missed %Ln while the program was closed %1, %2.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Missed %Ln because the clock was set forward %1, %2.</source>
        <comment>time, what was done about it</comment>
        <translation><numerusform>Missed %Ln because the clock was set forward %1, %2.</numerusform><numerusform>Missed %Ln because the clock was set forward %1, %2.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Missed %Ln while the database was away %1, %2.</source>
        <comment>time, what was done about it</comment>
        <translation><numerusform>Missed %Ln while the database was away %1, %2.</numerusform><numerusform>Missed %Ln while the database was away %1, %2.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Missed %Ln while the computer was too busy %1, %2.</source>
        <comment>time, what was done about it</comment>
        <translation><numerusform>Missed %Ln while the computer was too busy %1, %2.</numerusform><numerusform>Missed %Ln while the computer was too busy %1, %2.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Catches up for %Ln missed.</source>
        <comment>runs</comment>
        <translation><numerusform>Catches up for %Ln missed.</numerusform><numerusform>Catches up for %Ln missed.</numerusform></translation>
    </message>
</context>
<context>
    <name>TriggerTexts</name>
    <message numerus="yes">
        <source>every %n minutes</source>
        <translation><numerusform>every %n minute</numerusform><numerusform>every %n minutes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>every %n hours</source>
        <translation><numerusform>every %n hour</numerusform><numerusform>every %n hours</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>every %n days</source>
        <translation><numerusform>every %n day</numerusform><numerusform>every %n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>every %n seconds</source>
        <translation><numerusform>every %n second</numerusform><numerusform>every %n seconds</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1; %n other windows</source>
        <translation><numerusform>%1; %n other window</numerusform><numerusform>%1; %n other windows</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1, up to %n hours later</source>
        <translation><numerusform>%1, up to %n hour later</numerusform><numerusform>%1, up to %n hours later</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1, up to %n minutes later</source>
        <translation><numerusform>%1, up to %n minute later</numerusform><numerusform>%1, up to %n minutes later</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1, up to %n seconds later</source>
        <translation><numerusform>%1, up to %n second later</numerusform><numerusform>%1, up to %n seconds later</numerusform></translation>
    </message>
</context>
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
    <name>vestnik::ChannelPicker</name>
    <message numerus="yes">
        <source>%n channels are chosen.</source>
        <translation><numerusform>%n channel is chosen.</numerusform><numerusform>%n channels are chosen.</numerusform></translation>
    </message>
</context>
<context>
    <name>vestnik::DayBands</name>
    <message numerus="yes">
        <source>%n runs within a day, the first %1.</source>
        <translation><numerusform>%n run within a day, the first %1.</numerusform><numerusform>%n runs within a day, the first %1.</numerusform></translation>
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
    <name>vestnik::JobCommands</name>
    <message numerus="yes">
        <source>%n jobs were started.</source>
        <translation><numerusform>%n job was started.</numerusform><numerusform>%n jobs were started.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n jobs are paused until %1.</source>
        <translation><numerusform>%n job is paused until %1.</numerusform><numerusform>%n jobs are paused until %1.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n jobs are paused.</source>
        <translation><numerusform>%n job is paused.</numerusform><numerusform>%n jobs are paused.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n jobs go on.</source>
        <translation><numerusform>%n job goes on.</numerusform><numerusform>%n jobs go on.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n jobs are on.</source>
        <translation><numerusform>%n job is on.</numerusform><numerusform>%n jobs are on.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n jobs are off.</source>
        <translation><numerusform>%n job is off.</numerusform><numerusform>%n jobs are off.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n copies were made; they are off.</source>
        <translation><numerusform>%n copy was made; it is off.</numerusform><numerusform>%n copies were made; they are off.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n jobs were deleted.</source>
        <translation><numerusform>%n job was deleted.</numerusform><numerusform>%n jobs were deleted.</numerusform></translation>
    </message>
</context>
<context>
    <name>vestnik::JobList</name>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation><numerusform>%n job</numerusform><numerusform>%n jobs</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n shown</source>
        <comment>jobs</comment>
        <translation><numerusform>%n shown</numerusform><numerusform>%n shown</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>jobs</comment>
        <translation><numerusform>%n selected</numerusform><numerusform>%n selected</numerusform></translation>
    </message>
</context>
<context>
    <name>vestnik::JobTexts</name>
    <message numerus="yes">
        <source>%n channels</source>
        <translation><numerusform>%n channel</numerusform><numerusform>%n channels</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation><numerusform>%n run</numerusform><numerusform>%n runs</numerusform></translation>
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
    <message numerus="yes">
        <source>%n runs</source>
        <translation><numerusform>%n run</numerusform><numerusform>%n runs</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>runs</comment>
        <translation><numerusform>%n failed</numerusform><numerusform>%n failed</numerusform></translation>
    </message>
</context>
<context>
    <name>vestnik::PauseDialog</name>
    <message numerus="yes">
        <source>%n jobs &amp;pause until:</source>
        <translation><numerusform>%n job &amp;pauses until:</numerusform><numerusform>%n jobs &amp;pause until:</numerusform></translation>
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
    <name>vestnik::RunChartStrip</name>
    <message numerus="yes">
        <source>%1, %2–%3: %Ln posts</source>
        <comment>day, hours, number</comment>
        <translation><numerusform>%1, %2–%3: %Ln post</numerusform><numerusform>%1, %2–%3: %Ln posts</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln posts in all</source>
        <translation><numerusform>%Ln post in all</numerusform><numerusform>%Ln posts in all</numerusform></translation>
    </message>
</context>
<context>
    <name>vestnik::RunDetails</name>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>channels</comment>
        <translation><numerusform>%n failed</numerusform><numerusform>%n failed</numerusform></translation>
    </message>
</context>
<context>
    <name>vestnik::RunList</name>
    <message numerus="yes">
        <source>%n new runs</source>
        <translation><numerusform>%n new run</numerusform><numerusform>%n new runs</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>the newest %n runs</source>
        <translation><numerusform>the newest %n run</numerusform><numerusform>the newest %n runs</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation><numerusform>%n run</numerusform><numerusform>%n runs</numerusform></translation>
    </message>
</context>
<context>
    <name>vestnik::RunPane</name>
    <message numerus="yes">
        <source>%n runs are selected.</source>
        <translation><numerusform>%n run is selected.</numerusform><numerusform>%n runs are selected.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n posts added</source>
        <translation><numerusform>%n post added</numerusform><numerusform>%n posts added</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n channels failed</source>
        <translation><numerusform>%n channel failed</numerusform><numerusform>%n channels failed</numerusform></translation>
    </message>
</context>
<context>
    <name>vestnik::RunsSparkline</name>
    <message numerus="yes">
        <source>%1–%2: %n runs</source>
        <translation><numerusform>%1–%2: %n run</numerusform><numerusform>%1–%2: %n runs</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>runs</comment>
        <translation><numerusform>%n failed</numerusform><numerusform>%n failed</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n skipped or missed</source>
        <comment>runs</comment>
        <translation><numerusform>%n skipped or missed</numerusform><numerusform>%n skipped or missed</numerusform></translation>
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
    <message numerus="yes">
        <source>%n more going</source>
        <comment>runs</comment>
        <translation><numerusform>%n more going</numerusform><numerusform>%n more going</numerusform></translation>
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
