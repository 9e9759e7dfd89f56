// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/database.h"
#include "core/store/reads.h"

namespace vestnik {

Result<PostIdList> readPostIds(Database &, const PostQuery &, qint64, UserId)
{
    return failure(ErrorCode::Internal);
}
Result<PostDetails> readPostDetails(Database &, PostId)
{
    return failure(ErrorCode::Internal);
}

} // namespace vestnik
