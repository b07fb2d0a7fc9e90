package se.bofast.access.web;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/// Who is logged in, as kept in the session: the account's id and nothing about the person.
record Employee(UUID id) implements Principal, Serializable {

    private static final long serialVersionUID = 1;

    @Override
    public String getName() {
        return id.toString();
    }
}
