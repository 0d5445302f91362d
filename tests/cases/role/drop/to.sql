create role stays;
